//! What the file says of itself: the information dictionary and, with the
//! same content, XMP (ISO 16684-1).

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Object, dictionary};

use super::PdfMetadata;
use super::finish::text_object;
use crate::export::layout::Layout;

const CREATOR: &str = concat!("Probitas ", env!("CARGO_PKG_VERSION"));
const PRODUCER: &str = "printpdf 0.12.8, lopdf 0.44";

/// Describes the property that names PDF/UA, which PDF/A does not know
/// (ISO 19005-3, 6.6.2.3).
const EXTENSION: &str = concat!(
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">",
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>",
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">",
    "<pdfaProperty:name>part</pdfaProperty:name>",
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
    "<pdfaProperty:category>internal</pdfaProperty:category>",
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>",
    "</rdf:li></rdf:Seq></pdfaSchema:property>",
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>",
);

/// The information dictionary (ISO 32000-1, 14.3.3).
pub(super) fn information(metadata: &PdfMetadata) -> Dictionary {
    let mut information = dictionary! {
        "Title" => text_object(&metadata.title),
        "Creator" => text_object(CREATOR),
        "Producer" => text_object(PRODUCER),
    };
    if !metadata.author.is_empty() {
        information.set("Author", text_object(&metadata.author));
    }
    if let Some(moment) = metadata.created.map(moment) {
        let moment = Object::string_literal(moment);
        information.set("CreationDate", moment.clone());
        information.set("ModDate", moment);
    }
    information
}

/// A date as the file states it, with its offset as +HH'mm' (ISO 32000-1, 7.9.4).
pub(super) fn moment(when: DateTime<FixedOffset>) -> String {
    let moment = when.format("D:%Y%m%d%H%M%S%:z'").to_string();
    let (date, zone) = moment.split_at(16.min(moment.len()));
    format!("{date}{}", zone.replace(':', "'"))
}

/// The XMP packet.
pub(super) fn xmp(metadata: &PdfMetadata, layout: &Layout) -> String {
    let languages: BTreeSet<&str> = layout
        .pages
        .iter()
        .map(|page| page.language.bcp47())
        .collect();
    let languages: String = languages
        .iter()
        .flat_map(|tag| ["<rdf:li>", tag, "</rdf:li>"])
        .collect();
    let titles: Vec<String> = metadata
        .titles
        .iter()
        .map(|(language, title)| {
            let tag = language.bcp47();
            format!("<rdf:li xml:lang=\"{tag}\">{}</rdf:li>", escaped(title))
        })
        .collect();
    let dates = metadata.created.map(|created| {
        let date = created.format("%Y-%m-%dT%H:%M:%S%:z");
        format!(
            "<xmp:CreateDate>{date}</xmp:CreateDate>\n<xmp:ModifyDate>{date}</xmp:ModifyDate>\n"
        )
    });
    let author = Some(metadata.author.as_str()).filter(|author| !author.is_empty());
    let author = author.map(|author| {
        let author = escaped(author);
        format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n")
    });
    format!(
        concat!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n",
            "<rdf:Description rdf:about=\"\"",
            " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"",
            " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"",
            " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"",
            " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"",
            " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"",
            " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"",
            " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"",
            " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n",
            "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n",
            "<pdfuaid:part>1</pdfuaid:part>\n",
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li>{titles}</rdf:Alt></dc:title>\n",
            "{author}",
            "<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>\n",
            "<xmp:CreatorTool>{creator}</xmp:CreatorTool>\n",
            "{dates}",
            "<pdf:Producer>{producer}</pdf:Producer>\n",
            "{extension}\n",
            "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>",
        ),
        title = escaped(&metadata.title),
        titles = titles.concat(),
        author = author.unwrap_or_default(),
        languages = languages,
        creator = CREATOR,
        producer = PRODUCER,
        dates = dates.unwrap_or_default(),
        extension = EXTENSION,
    )
}

/// A text in XML, which has no place for control characters.
fn escaped(text: &str) -> String {
    let silent = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace(silent, " ")
}
