//! The definitions that come with the program.

use std::sync::LazyLock;

use super::{Aliases, Guidance, LoadError, Provenance, Questionnaire};

/// A definition that comes with the program, and what belongs to it.
#[derive(Debug)]
pub struct Shipped {
    /// The questionnaire.
    pub questionnaire: Questionnaire,
    /// Where its wordings come from.
    pub provenance: Provenance,
    /// Wordings by which an import also knows its parts.
    pub aliases: Aliases,
    /// Guidance on its questions, which is ours.
    pub guidance: Guidance,
}

macro_rules! definition {
    ($folder:literal) => {
        read(
            include_str!(concat!(
                "../../assets/questionnaire/",
                $folder,
                "/definition.json"
            )),
            include_str!(concat!(
                "../../assets/questionnaire/",
                $folder,
                "/provenance.json"
            )),
            include_str!(concat!(
                "../../assets/questionnaire/",
                $folder,
                "/aliases.json"
            )),
            include_str!(concat!(
                "../../assets/questionnaire/",
                $folder,
                "/guidance.json"
            )),
        )
    };
}

static SHIPPED: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
    [definition!("pco-ve-self-assessment-2024")]
        .into_iter()
        .filter_map(Result::ok)
        .collect()
});

fn read(
    definition: &str,
    provenance: &str,
    aliases: &str,
    guidance: &str,
) -> Result<Shipped, LoadError> {
    let questionnaire = Questionnaire::load(definition)?;
    let provenance = Provenance::load(provenance, &questionnaire)?;
    let aliases = Aliases::load(aliases, &questionnaire)?;
    let guidance = Guidance::load(guidance, &questionnaire)?;
    Ok(Shipped {
        questionnaire,
        provenance,
        aliases,
        guidance,
    })
}

/// Every definition that the program ever shipped, the newest last. None is
/// ever removed: an older draft opens with its own.
#[must_use]
pub fn shipped() -> &'static [Shipped] {
    &SHIPPED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_definition_loads() {
        let result = definition!("pco-ve-self-assessment-2024");
        assert!(result.is_ok(), "{result:?}");
        assert_eq!(shipped().len(), 1);
    }

    #[test]
    fn the_self_assessment_has_13_questions_in_4_parts_and_18_items() {
        let questionnaire = &shipped()[0].questionnaire;
        assert_eq!(questionnaire.sections.len(), 4);
        assert_eq!(questionnaire.questions().count(), 13);
        assert_eq!(questionnaire.items().count(), 18);
    }

    #[test]
    fn french_strings_of_ours_are_known() {
        let provenance = &shipped()[0].provenance;
        let ours = provenance.translated_by_us();
        assert_eq!(ours.len(), 26);
        assert!(ours.contains(&"q6.campaigns"));
        assert!(!ours.contains(&"q1"));
    }
}
