//! What the file says of itself: the information dictionary and, with the
//! same content, XMP (ISO 16684-1).

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, dictionary};

use super::PdfMetadata;
use super::finish::text_object;
use crate::export::layout::Layout;

const CREATOR: &str = concat!("Probitas ", env!("CARGO_PKG_VERSION"));
const PRODUCER: &str = "printpdf 0.12.8, lopdf 0.44";

/// The information dictionary (ISO 32000-1, 14.3.3).
pub(super) fn information(metadata: &PdfMetadata) -> Dictionary {
    // The offset is written as +HH'mm'.
    let moment = metadata.created.format("D:%Y%m%d%H%M%S%:z'").to_string();
    let (date, zone) = moment.split_at(16.min(moment.len()));
    let moment = format!("{date}{}", zone.replace(':', "'"));
    dictionary! {
        "Title" => text_object(&metadata.title),
        "Author" => text_object(&metadata.author),
        "Creator" => text_object(CREATOR),
        "Producer" => text_object(PRODUCER),
        "CreationDate" => Object::string_literal(moment.as_str()),
        "ModDate" => Object::string_literal(moment.as_str()),
    }
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
    let date = metadata.created.format("%Y-%m-%dT%H:%M:%S%:z");
    format!(
        concat!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n",
            "<rdf:Description rdf:about=\"\"",
            " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"",
            " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"",
            " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n",
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n",
            "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n",
            "<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>\n",
            "<xmp:CreatorTool>{creator}</xmp:CreatorTool>\n",
            "<xmp:CreateDate>{date}</xmp:CreateDate>\n",
            "<xmp:ModifyDate>{date}</xmp:ModifyDate>\n",
            "<pdf:Producer>{producer}</pdf:Producer>\n",
            "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>",
        ),
        title = escaped(&metadata.title),
        author = escaped(&metadata.author),
        languages = languages,
        creator = CREATOR,
        producer = PRODUCER,
        date = date,
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
