//! HTML that cannot be broken by what it holds.
//!
//! The only way to put a text or the value of an attribute into [`Markup`]
//! escapes it; names of elements and attributes are written in the program.
//! Elements are closed where they were opened. Nothing else in the program
//! writes HTML.

use crate::report::marks::CODE_POINT_CLASS;
use crate::text::allowed_char;

/// The attributes of an element: names of ours, any values.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// HTML as it is written.
#[derive(Debug, Default)]
pub(super) struct Markup {
    html: String,
}

impl Markup {
    /// A document type, for whole pages.
    pub(super) fn doctype(&mut self) {
        self.html.push_str("<!DOCTYPE html>\n");
    }

    /// An element with what `content` writes in it.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Markup),
    ) {
        self.void(name, attributes);
        content(self);
        self.html.push_str("</");
        self.html.push_str(name);
        self.html.push('>');
    }

    /// An element that has no content and no end, such as `meta`.
    pub(super) fn void(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.html.push('<');
        self.html.push_str(name);
        for (attribute, value) in attributes {
            self.html.push(' ');
            self.html.push_str(attribute);
            self.html.push_str("=\"");
            self.plain(value);
            self.html.push('"');
        }
        self.html.push('>');
    }

    /// A style sheet of ours.
    pub(super) fn sheet(&mut self, sheet: &'static str) {
        self.html.push_str("<style>\n");
        self.html.push_str(sheet);
        self.html.push_str("</style>\n");
    }

    /// A line end between blocks, where white space shows nothing.
    pub(super) fn end_line(&mut self) {
        self.html.push('\n');
    }

    /// A text with its line breaks.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c == '\n' {
                self.void("br", &[]);
            } else if is_possible(c) {
                self.character(c);
            } else {
                let value = format!("{:04X}", u32::from(c));
                let attributes = [("class", CODE_POINT_CLASS), ("value", value.as_str())];
                self.element("data", &attributes, |inside| inside.plain(&code_point(c)));
            }
        }
    }

    /// A text where no element can stand: titles and values of attributes.
    pub(super) fn plain(&mut self, text: &str) {
        for c in text.chars() {
            if is_possible(c) {
                self.character(c);
            } else {
                self.html.push_str(&code_point(c));
            }
        }
    }

    /// The one place where a character becomes HTML.
    fn character(&mut self, c: char) {
        match c {
            '&' => self.html.push_str("&amp;"),
            '<' => self.html.push_str("&lt;"),
            '>' => self.html.push_str("&gt;"),
            '"' => self.html.push_str("&quot;"),
            '\'' => self.html.push_str("&#39;"),
            c => self.html.push(c),
        }
    }

    /// The HTML.
    pub(super) fn finish(self) -> String {
        self.html
    }
}

/// Whether HTML can hold the character as itself. It has no controls, not even
/// as references, and marks that turn the direction of what follows are never
/// let through.
fn is_possible(c: char) -> bool {
    allowed_char(c) && !('\u{80}'..='\u{9F}').contains(&c)
}

/// How a character is shown that cannot be.
fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Markup)) -> String {
        let mut markup = Markup::default();
        write(&mut markup);
        markup.finish()
    }

    #[test]
    fn no_text_becomes_an_element_or_leaves_its_attribute() {
        let hostile = "<script>alert('x')</script> & \"&amp;\" -->";
        let html = written(|markup| {
            markup.element("p", &[("title", hostile)], |inside| inside.text(hostile));
        });
        let escaped = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; \
            &quot;&amp;amp;&quot; --&gt;";
        assert_eq!(html, format!("<p title=\"{escaped}\">{escaped}</p>"));
    }

    #[test]
    fn what_html_cannot_hold_is_shown_by_its_number() {
        let html = written(|markup| markup.text("a\u{85}b\u{202E}c\nd"));
        assert_eq!(
            html,
            "a<data class=\"code-point\" value=\"0085\">U+0085</data>b\
             <data class=\"code-point\" value=\"202E\">U+202E</data>c<br>d"
        );
        let html = written(|markup| markup.plain("a\u{0}\u{9F}"));
        assert_eq!(html, "aU+0000U+009F");
    }
}
