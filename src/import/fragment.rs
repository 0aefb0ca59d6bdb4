//! HTML of the clipboard as something to be pasted.
//!
//! Word, Outlook, Teams, Writer, Google Docs and browsers offer HTML
//! beside plain text. Of it the lists, numbers, sub-headings and paragraphs are
//! read; what has no form in an answer (bold, colours, links) leaves its text.
//! The cells of tables are lines.
//!
//! Nothing is ever fetched: pictures, styles and scripts are names that are
//! passed over. Elements nested too deeply are read as if they were not there,
//! and HTML beyond [`MAX_HTML_BYTES`] is not read at all, so that no input can
//! exhaust memory or time.

mod flow;
mod style;

use html5gum::{DefaultEmitter, Token, Tokenizer};

use self::flow::Flow;
use crate::text::pasting::{MAX_CHARACTERS, Noted, Pasted};

/// The largest HTML that is read; beside anything larger stands plain text.
pub const MAX_HTML_BYTES: usize = 4 * 1024 * 1024;

/// Reads HTML beside which a plain text was offered.
///
/// Nothing comes back where the two do not show the same characters, or where
/// the HTML is too large: then the plain text is what somebody saw. HTML holds
/// things that nobody saw, such as hidden parts of a page, which must not get
/// into what is signed; and sometimes lacks what was seen, such as text that
/// a script wrote. Lists are then found in the plain text.
///
/// ```
/// use probitas::import::fragment;
/// use probitas::text::Writing;
/// let html = "<p>Results:</p><ol start=3><li><b>surveys</b><ul><li>pulse</ul></ol>";
/// let pasted = fragment::read(html, "Results:\n3. surveys\n\u{2022} pulse").unwrap();
/// let mut writing = Writing::default();
/// writing.insert_pasted(0, &pasted);
/// assert_eq!(writing.to_stored(), "Results:\n\n3. surveys\n   - pulse");
/// assert_eq!(fragment::read("<p>Results</p><p>unseen</p>", "Results"), None);
/// ```
#[must_use]
pub fn read(html: &str, plain: &str) -> Option<Pasted> {
    if html.len() > MAX_HTML_BYTES || plain.chars().nth(MAX_CHARACTERS).is_some() {
        return None;
    }
    let read = flow_of(html).finish();
    let mut pasted = Pasted::of_lines(&read.lines).agreeing_with(plain)?;
    pasted.note(Noted::Invisible, read.invisible);
    pasted.note(Noted::Pictures, read.pictures);
    // Only the plain text tells whether the last line was taken whole.
    Some(pasted.ended(plain.ends_with(['\n', '\r'])))
}

fn flow_of(html: &str) -> Flow {
    let mut flow = Flow::default();
    let mut emitter = DefaultEmitter::default();
    // What stands in scripts and titles is no markup.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => flow.open(&tag),
            Token::EndTag(tag) => flow.close(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => flow.text(&String::from_utf8_lossy(&text)),
            Token::Comment(comment) => flow.comment(&String::from_utf8_lossy(&comment)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    flow
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Writing;

    /// What HTML comes to, whatever stands beside it.
    fn stored(html: &str) -> String {
        let pasted = Pasted::of_lines(&flow_of(html).finish().lines);
        let mut writing = Writing::default();
        writing.insert_pasted(0, &pasted);
        writing.to_stored()
    }

    #[test]
    fn lists_headings_and_line_breaks_are_read() {
        for (html, expected) in [
            ("<p>a<p>b<br>c", "a\n\nb\nc"),
            ("a<br><br>b", "a\n\nb"),
            ("<h1>Part<br><br>one</h1><p>x</p>", "### Part one\n\nx"),
            (
                "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>",
                "- a\n- b\n  - c\n- d",
            ),
            (
                "<ul><li>a</li><ol><li>b</li></ol><li>c</li></ul>",
                "- a\n  1. b\n- c",
            ),
            (
                "<ol start=4><li>a<li value=7>b<li>c</ol>",
                "4. a\n\n7) b\n8) c",
            ),
            (
                "<ol><li><p>a</p><p>b</p></li><li>c</li></ol>",
                "1. a\n\n   b\n\n2. c",
            ),
            ("<ul><li>a<br>b</ul>c", "- a\n  b\n\nc"),
            ("<ul style='list-style-type:none'><li>a<li>b</ul>", "a\n\nb"),
            ("<li>a</li><li>b</li>", "- a\n- b"),
            (
                "<table><tr><th>a<th>b<tr><td><p>c</p><td><p>d</p></table>",
                "a\nb\n\nc\nd",
            ),
            ("<p>x <b>y</b><i>z</i> <a href='https://x'>w</a>", "x yz w"),
            ("<pre>a  b\nc</pre>", "a  b\nc"),
        ] {
            assert_eq!(stored(html), expected, "{html}");
        }
    }

    #[test]
    fn lists_of_word_are_read() {
        let item = |level: usize, mark: &str, text: &str| {
            format!(
                "<p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;mso-list:l0 \
                 level{level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span \
                 style='mso-list:Ignore'>{mark}<span style='font:7.0pt \"Times New \
                 Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-CA>{text}\
                 <o:p></o:p></span></p>\n"
            )
        };
        let word = |body: String| {
            format!(
                "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!-- \
                 p.Mso {{mso-list:l0}} --></style><!--[if gte mso 9]><xml>x</xml><![endif]-->\
                 </head><body lang=EN-CA><!--StartFragment-->{body}<!--EndFragment--></body></html>"
            )
        };
        let bullets = [
            item(1, "·", "one"),
            item(2, "o", "two"),
            item(3, "§", "three"),
            item(1, "·", "four"),
            "<p class=MsoNormal>End<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>".into(),
        ];
        assert_eq!(
            stored(&word(bullets.concat())),
            "- one\n  - two\n    - three\n- four\n\nEnd"
        );
        let numbers = [
            item(1, "3.", "one"),
            item(2, "a)", "two"),
            item(3, "i.", "three"),
            item(3, "ii.", "four"),
            item(1, "4.", "five"),
        ];
        assert_eq!(
            stored(&word(numbers.concat())),
            "3. one\n   1. two\n      1. three\n      2. four\n4. five"
        );
    }

    #[test]
    fn marks_that_were_typed_in_paragraphs_become_lists_too() {
        let outlook = "<p class=MsoNormal>Plan:</p>\
            <p class=MsoNormal><span style='font-family:Symbol'>·</span>&nbsp;&nbsp; one</p>\
            <p class=MsoNormal><span style='font-family:Symbol'>·</span>&nbsp;&nbsp; two</p>";
        assert_eq!(stored(outlook), "Plan:\n\n- one\n- two");
        assert_eq!(
            stored("<div>1) a<br>2) b<br>end</div>"),
            "1. a\n2. b\n   end"
        );
    }

    #[test]
    fn what_is_not_seen_is_left_out() {
        let html = "<head><title>t</title><style>p{}</style></head><!-- c --><script>s()</script>\
            <p>a<span style='display:none'>h</span><span hidden>h</span></p><!--EndFragment-->z";
        assert_eq!(stored(html), "a");
        assert_eq!(stored("<p>z<!--StartFragment--><b>a</b></p>"), "a");
    }

    #[test]
    fn number_that_was_seen_is_that_of_the_plain_text() {
        // Writer begins a list that goes on with its first number again.
        let html = "<ol start=3><li>a</ol><p>b</p><ol start=3><li>c<li>d</ol>";
        let mut writing = Writing::default();
        let plain = "    3. a\nb\n    4. c\n    5. d";
        writing.insert_pasted(0, &read(html, plain).unwrap());
        assert_eq!(writing.to_stored(), "3. a\n\nb\n\n4. c\n5. d");
    }

    #[test]
    fn html_that_says_something_else_is_not_taken() {
        assert_eq!(read("<p>a</p><p>b</p>", "a"), None);
        assert_eq!(read("<p>a</p>", "a b"), None);
        let pasted = read("<p>a</p><img src=x.png>", "a\n").unwrap();
        assert_eq!(pasted.notes().len(), 1);
        assert_eq!(pasted.notes()[0].what, Noted::Pictures);
    }

    #[test]
    fn space_at_the_end_of_a_selection_parts_it_from_what_follows() {
        let pasted = read("<span>very </span>", "very ").unwrap();
        let mut writing = Writing::from_stored("good");
        writing.insert_pasted(0, &pasted);
        assert_eq!(writing.to_stored(), "very good");
    }

    #[test]
    fn hostile_html_neither_hangs_nor_crashes() {
        let deep = "<ul><li>".repeat(100_000) + "x" + &"</li></ul>".repeat(100_000);
        assert_eq!(read(&deep, "x").unwrap().lines().count(), 1);
        let inline = "<b><p>".repeat(200_000) + "x";
        assert!(read(&inline, "x").is_some());
        let attributes = format!("<p {}>x", "a='1' ".repeat(200_000));
        assert!(read(&attributes, "x").is_some());
        let styled = format!("<p style='{}'>x", "a:b;".repeat(400_000));
        assert!(read(&styled, "x").is_some());
        assert_eq!(read(&" ".repeat(MAX_HTML_BYTES + 1), ""), None);
        let heading = format!("<h1>{}", "x<br>".repeat(400_000));
        assert_eq!(read(&heading, "x"), None);
        let items = "<li>x".repeat(100_000);
        assert_eq!(
            read(&items, &"• x\n".repeat(100_000))
                .unwrap()
                .lines()
                .count(),
            100_000
        );
        for broken in [
            "<",
            "</",
            "<!--",
            "<p",
            "<p a=",
            "&#xFFFFFF;",
            "<![CDATA[",
            "\0",
        ] {
            let taken = read(broken, broken);
            assert!(
                taken.is_none_or(|taken| taken.notes().is_empty()),
                "{broken}"
            );
        }
    }
}
