//! What an element does to the text in it, by its name and style.

use html5gum::StartTag;

/// What kind of element it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Within a line: text goes on.
    Inline,
    /// On lines of its own.
    Block,
    /// A sub-heading.
    Heading,
    /// A bulleted list.
    Bullets,
    /// A numbered list, and its first number.
    Numbers(u32),
    /// Items that show no mark.
    Unmarked,
    /// An item of a list, and the number it is given.
    Item(Option<u32>),
    /// An item of Word's, which are paragraphs, and how deep it is nested.
    WordItem(usize),
    /// The mark of such an item.
    WordMark,
    /// Nothing in it is seen.
    Hidden,
    /// A row of a table.
    Row,
    /// A cell of it.
    Cell,
    /// A line break.
    Break,
    /// A picture.
    Picture,
    /// Nothing that is seen.
    Void,
}

/// How white space counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spaces {
    /// As in the element around.
    Inherited,
    /// Any run of it is one space.
    Collapsed,
    /// Line ends and spaces are as they stand.
    Kept,
    /// No-break spaces stand for spaces that a browser protected.
    Converted,
}

/// What is known of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) form: Form,
    pub(super) spaces: Spaces,
}

impl Style {
    pub(super) fn of(name: &str, tag: &StartTag<()>) -> Style {
        let value = |attribute: &str| {
            let value = tag.attributes.get(attribute.as_bytes())?;
            Some(String::from_utf8_lossy(&value.value).into_owned())
        };
        let style = value("style").unwrap_or_default().to_ascii_lowercase();
        let has = |name: &str, wanted: &str| {
            declarations(&style).any(|(own, value)| own == name && value.starts_with(wanted))
        };
        let is_hidden = value("hidden").is_some()
            || has("display", "none")
            || has("visibility", "hidden")
            || has("mso-hide", "all");
        let class = value("class").unwrap_or_default();
        let number = |attribute| value(attribute).and_then(|value| value.trim().parse().ok());
        let form = match form(name) {
            _ if is_hidden => Form::Hidden,
            Form::Inline if has("mso-list", "ignore") => Form::WordMark,
            Form::Block if !has("mso-list", "none") => {
                word_level(&style, &class).map_or(Form::Block, Form::WordItem)
            }
            Form::Bullets | Form::Numbers(_)
                if has("list-style-type", "none") || has("list-style", "none") =>
            {
                Form::Unmarked
            }
            Form::Numbers(_) => Form::Numbers(number("start").unwrap_or(1)),
            Form::Item(_) => Form::Item(number("value")),
            Form::Picture
                if is_tiny(value("width").as_deref()) || is_tiny(value("height").as_deref()) =>
            {
                Form::Void
            }
            other => other,
        };
        let spaces = if name == "pre"
            || has("white-space", "pre")
            || has("white-space", "break")
            || has("white-space-collapse", "preserve")
        {
            Spaces::Kept
        } else if has("white-space", "normal") || has("white-space", "nowrap") {
            Spaces::Collapsed
        } else if class.starts_with("Apple-converted-space") {
            Spaces::Converted
        } else {
            Spaces::Inherited
        };
        Style { form, spaces }
    }
}

fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
    let declarations = style.split(';').filter_map(|one| one.split_once(':'));
    declarations.map(|(name, value)| (name.trim(), value.trim()))
}

/// How deep an item of Word's is nested: `mso-list: l0 level2 lfo1`.
fn word_level(style: &str, class: &str) -> Option<usize> {
    let mut lists = declarations(style).filter(|(name, _)| *name == "mso-list");
    if let Some((_, value)) = lists.next() {
        let mut words = value.split_ascii_whitespace();
        let level = words.find_map(|word| word.strip_prefix("level"))?;
        return level.parse().ok().filter(|level| *level > 0);
    }
    // The built-in styles, whose list stands in the style sheet.
    let level = class.strip_prefix("MsoListBullet")?;
    let level = level.strip_suffix("CxSpMiddle").unwrap_or(level);
    Some(level.parse().unwrap_or(1))
}

/// A picture that counts who reads, or keeps a distance.
fn is_tiny(length: Option<&str>) -> bool {
    length.is_some_and(|length| matches!(length.trim(), "0" | "1" | "1px"))
}

fn form(name: &str) -> Form {
    match name {
        "br" => Form::Break,
        "img" | "v:imagedata" => Form::Picture,
        "area" | "base" | "col" | "embed" | "input" | "link" | "meta" | "source" | "track"
        | "wbr" => Form::Void,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Form::Heading,
        "ul" | "menu" | "dir" => Form::Bullets,
        "ol" => Form::Numbers(1),
        "li" => Form::Item(None),
        "tr" => Form::Row,
        "td" | "th" => Form::Cell,
        "title" | "script" | "style" | "template" | "svg" | "math" | "iframe" | "object"
        | "audio" | "video" | "canvas" | "select" | "xml" | "noframes" => Form::Hidden,
        "a" | "abbr" | "b" | "bdi" | "bdo" | "big" | "button" | "cite" | "code" | "data"
        | "del" | "dfn" | "em" | "font" | "i" | "ins" | "kbd" | "label" | "mark" | "meter"
        | "output" | "q" | "rb" | "ruby" | "rt" | "rp" | "s" | "samp" | "small" | "span"
        | "strike" | "strong" | "sub" | "sup" | "time" | "tt" | "u" | "var" => Form::Inline,
        // Word's own, such as `o:p` and `st1:place`.
        _ if name.contains(':') => Form::Inline,
        _ => Form::Block,
    }
}
