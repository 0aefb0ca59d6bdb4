//! The Fluent catalogues, embedded and parsed once.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::{Language, Localized};

/// One file of sentences: its name, its ids, its text in both languages.
#[derive(Debug)]
pub struct Area {
    /// The name of the file, without its ending.
    pub name: &'static str,
    /// The declared ids with the names of their arguments.
    pub declared: &'static [(&'static str, &'static [&'static str])],
    /// The Fluent source in both languages.
    pub source: Localized<&'static str>,
}

macro_rules! areas {
    ($($name:ident),* $(,)?) => {
        /// Every area, in the order of the modules.
        pub const AREAS: &[Area] = &[$(Area {
            name: stringify!($name),
            declared: super::$name::DECLARED,
            source: Localized {
                en: include_str!(concat!("../../assets/i18n/en/", stringify!($name), ".ftl")),
                fr: include_str!(concat!("../../assets/i18n/fr/", stringify!($name), ".ftl")),
            },
        }),*];
    };
}

areas!(
    common,
    draft,
    rules,
    submission,
    trust,
    register,
    keys,
    certificates,
    compare,
    report,
    page,
    printing,
    import,
    storage,
    window,
    launch,
    lists,
    editing,
    review,
    cli,
    form,
    saving,
    sign_off,
    start,
    approval,
    settings,
    translation,
    find,
    spelling,
    pasting,
    policy,
    update,
);

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Localized<Bundle>> = LazyLock::new(|| Localized::from_fn(bundle));

/// The sentences of one language. A file that does not parse keeps the entries
/// that do; the tests of the catalogues refuse it.
fn bundle(language: Language) -> Bundle {
    let locale: LanguageIdentifier = language.bcp47().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Isolating marks would reach the PDF and the signed record.
    bundle.set_use_isolating(false);
    for area in AREAS {
        let source = (*area.source.get(language)).to_owned();
        let resource = FluentResource::try_new(source).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The text of an id in a language; the id itself where the catalogue lacks it.
pub(super) fn format(language: Language, id: &str, arguments: &FluentArgs<'_>) -> String {
    let bundle = BUNDLES.get(language);
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
        return id.to_owned();
    };
    let mut errors = Vec::new();
    bundle
        .format_pattern(pattern, Some(arguments), &mut errors)
        .into_owned()
}
