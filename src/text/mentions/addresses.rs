//! E-mail addresses, telephone numbers and internal links.

use super::Span;

/// E-mail addresses.
///
/// Not checked: whether the address exists, or is one of an office.
///
/// ```
/// use probitas::text::mentions::e_mail_addresses;
/// let text = "Write to ethics.ethique@tbs-sct.gc.ca.";
/// assert_eq!(e_mail_addresses(text), [9..37]);
/// ```
#[must_use]
pub fn e_mail_addresses(text: &str) -> Vec<Span> {
    text.match_indices('@')
        .filter_map(|(at, _)| e_mail_around(text, at))
        .collect()
}

fn e_mail_around(text: &str, at: usize) -> Option<Span> {
    let before = text.get(..at)?;
    let after = text.get(at + 1..)?;
    let local = |c: char| c.is_ascii_alphanumeric() || "._%+'-".contains(c);
    let name_start = before.trim_end_matches(local).len();
    let name = before.get(name_start..)?;
    let name = name.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let end = after
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-')
        .unwrap_or(after.len());
    let domain = after.get(..end)?.trim_end_matches(['.', '-']);
    let (host, top) = domain.rsplit_once('.')?;
    let is_top = top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic());
    let is_address =
        !name.is_empty() && is_top && host.starts_with(|c: char| c.is_ascii_alphanumeric());
    is_address.then(|| at - name.len()..at + 1 + domain.len())
}

/// Telephone numbers as North America writes them, with area code.
///
/// Years, amounts, course numbers and book numbers are none; neither are ten
/// digits in a row, or seven.
///
/// ```
/// use probitas::text::mentions::telephone_numbers;
/// let text = "Call (613) 555-0123 or 1-800-555-0199 in 2024–2025.";
/// assert_eq!(telephone_numbers(text), [5..19, 23..37]);
/// ```
#[must_use]
pub fn telephone_numbers(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    // Numbers start with an ASCII character: bytes tell as much, sooner.
    for (start, byte) in text.bytes().enumerate() {
        if !(byte.is_ascii_digit() || byte == b'(' || byte == b'+')
            || found.last().is_some_and(|last| start < last.end)
        {
            continue;
        }
        let before = text
            .get(..start)
            .and_then(|before| before.chars().next_back());
        if before.is_some_and(|c| c.is_alphanumeric() || "-.+/_\u{2011}$".contains(c)) {
            continue;
        }
        let number = text.get(start..).and_then(telephone_number);
        found.extend(number.map(|length| start..start + length));
    }
    found
}

/// The length of the telephone number that the text starts with.
fn telephone_number(text: &str) -> Option<usize> {
    let rest = text
        .strip_prefix("+1")
        .or_else(|| text.strip_prefix('1'))
        .and_then(|rest| separator(rest).or_else(|| rest.starts_with('(').then_some(rest)))
        .unwrap_or(text);
    let rest = match rest.strip_prefix('(') {
        Some(rest) => {
            let rest = digits(rest, 3, true)?.strip_prefix(')')?;
            separator(rest).unwrap_or(rest)
        }
        None => separator(digits(rest, 3, true)?)?,
    };
    let rest = separator(digits(rest, 3, true)?)?;
    let rest = digits(rest, 4, false)?;
    let goes_on = rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
    (!goes_on).then(|| text.len() - rest.len())
}

fn separator(text: &str) -> Option<&str> {
    text.strip_prefix(['-', '.', ' ', '\u{A0}', '\u{202F}', '\u{2011}', '–'])
}

/// What follows exactly so many digits. Area codes and exchanges start with 2
/// to 9.
fn digits(text: &str, count: usize, is_code: bool) -> Option<&str> {
    let (digits, rest) = text.split_at_checked(count)?;
    let numeric = digits.bytes().all(|byte| byte.is_ascii_digit());
    (numeric && !(is_code && digits.starts_with(['0', '1']))).then_some(rest)
}

/// Links that work on the government's own network only: SharePoint, intranet
/// and the like, hosts without a domain, files of a computer or a shared drive.
///
/// A place that is named without an address ("our SharePoint site") is no link.
///
/// ```
/// use probitas::text::mentions::internal_links;
/// let text = "See https://agency.sharepoint.com/sites/ve, not https://www.canada.ca.";
/// assert_eq!(internal_links(text), [4..42]);
/// ```
#[must_use]
pub fn internal_links(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut past = 0;
    for (start, c) in text.char_indices() {
        if start < past || !matches!(c, 'h' | 'H' | 'f' | 'F' | '\\') {
            continue;
        }
        let (before, from) = text.split_at(start);
        let inside_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '\\');
        if !inside_word && let Some(address) = address_at(from) {
            past = start + address.len();
            if is_internal(address) {
                found.push(start..past);
            }
        }
    }
    found
}

/// The address that the text starts with, without the sentence around it.
fn address_at(text: &str) -> Option<&str> {
    ["http://", "https://", "file://", r"\\"]
        .iter()
        .any(|scheme| starts_with_ignoring_case(text, scheme))
        .then(|| {
            let end = text.find(|c: char| c.is_whitespace() || "<>\"“”«»".contains(c));
            text.get(..end.unwrap_or(text.len()))
                .unwrap_or(text)
                .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '’', '\''])
        })
}

fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|text| text.eq_ignore_ascii_case(start))
}

fn is_internal(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    if let Some(share) = lower.strip_prefix(r"\\") {
        let (server, folder) = share.split_once('\\').unwrap_or_default();
        server.starts_with(|c: char| c.is_ascii_alphanumeric()) && !folder.is_empty()
    } else if let Some(file) = lower.strip_prefix("file://") {
        !file.is_empty()
    } else {
        let (_, rest) = lower.split_once("//").unwrap_or_default();
        is_internal_host(rest.split(['/', '?', '#', ':']).next().unwrap_or_default())
    }
}

fn is_internal_host(host: &str) -> bool {
    let named = |label: &str| {
        [
            "sharepoint",
            "intranet",
            "gcdocs",
            "gcxchange",
            "gcpedia",
            "gcconnex",
            "gcintranet",
        ]
        .iter()
        .any(|name| label.contains(name))
            || label == "collab"
            || label.starts_with("collab-")
            || label.starts_with("gccollab")
    };
    let local = !host.contains('.') && !host.is_empty();
    let last = host.rsplit('.').next();
    local || matches!(last, Some("prv" | "local" | "lan" | "intra")) || host.split('.').any(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<'a>(text: &'a str, spans: &[Span]) -> Vec<&'a str> {
        spans.iter().map(|span| &text[span.clone()]).collect()
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        let text = "« info@pco-bcp.gc.ca », (a_b+c@x.ca), x@y, @name, a@b.c1, é@.ca.";
        assert_eq!(
            texts(text, &e_mail_addresses(text)),
            ["info@pco-bcp.gc.ca", "a_b+c@x.ca"]
        );
    }

    #[test]
    fn telephone_numbers_are_found_in_every_usual_form() {
        for number in [
            "613-555-0123",
            "(613) 555-0123",
            "613.555.0123",
            "1-800-555-0199",
            "+1 613 555 0123",
            "1 (613) 555-0123",
            "613\u{A0}555\u{2011}0123",
            "(613)555-0123",
        ] {
            let text = format!("Téléphone : {number}, poste 12.");
            assert_eq!(texts(&text, &telephone_numbers(&text)), [number]);
        }
    }

    #[test]
    fn other_numbers_are_no_telephone_numbers() {
        for text in [
            "2024–2025",
            "FON 301 and 302",
            "978-0-660-68988-3",
            "14 000 000",
            "2024-11-15",
            "CP22-208/2023E-PDF",
            "$250-300-4000",
            "555-0123",
            "6135550123",
            "123-555-0123",
            "613-555-01234",
        ] {
            assert!(telephone_numbers(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn links_of_the_internal_network_are_found() {
        for link in [
            "https://gcdocs.gc.ca/x",
            "http://intranet.dept.gc.ca",
            "HTTPS://Agency.SharePoint.com/sites/a(b)c",
            "http://wiki/ethics",
            "https://x.dept.prv/a?b=c",
            r"\\server\share\plan.docx",
            "https://collab.gc.ca",
            "file:///C:/plan.docx",
        ] {
            let text = format!("Voir « {link} », (ou {link}).");
            assert_eq!(texts(&text, &internal_links(&text)), [link, link]);
        }
    }

    #[test]
    fn public_links_and_mere_names_are_no_internal_links() {
        for text in [
            "https://www.tbs-sct.canada.ca/pol/doc-eng.aspx?id=25049",
            "a SharePoint site",
            "intranet.gc.ca",
            "https://",
            "https://www.collaboration.ca",
            r"C:\\",
            r"\\server",
        ] {
            assert!(internal_links(text).is_empty(), "{text}");
        }
    }
}
