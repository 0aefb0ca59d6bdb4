//! A file inside the file (ISO 32000-1, 7.11.4), associated with the whole
//! document as its source (ISO 19005-3, annex E).

use chrono::{DateTime, FixedOffset};
use lopdf::{Document, Object, Stream, dictionary};

use super::finish::text_object;
use super::{Attachment, PdfError, metadata};

/// Adds the file, its description, and the list of names by which readers
/// find it.
pub(super) fn add(
    document: &mut Document,
    attachment: &Attachment<'_>,
    changed: Option<DateTime<FixedOffset>>,
) -> Result<(), PdfError> {
    let size = i64::try_from(attachment.json.len()).unwrap_or(i64::MAX);
    let mut parameters = dictionary! { "Size" => size };
    if let Some(changed) = changed {
        let moment = metadata::moment(changed);
        parameters.set("ModDate", Object::string_literal(moment));
    }
    let description = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => Object::Name(b"application/json".to_vec()),
        "Params" => parameters,
    };
    let file = document.add_object(Stream::new(description, attachment.json.to_vec()));
    let description = document.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(attachment.name),
        "UF" => text_object(attachment.name),
        "AFRelationship" => "Source",
        "Desc" => text_object(attachment.description),
        "EF" => dictionary! { "F" => file, "UF" => file },
    });
    let names: Vec<Object> = vec![Object::string_literal(attachment.name), description.into()];
    let names = dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } };
    let catalog = document.catalog_mut()?;
    catalog.set("AF", vec![Object::Reference(description)]);
    catalog.set("Names", names);
    Ok(())
}
