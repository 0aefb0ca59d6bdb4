//! The canonical form of values that are narrowed I-JSON already.
//!
//! With ASCII names and integers that every reader holds, RFC 8785 asks for
//! little: sorted names, no white space, no escape that need not be. Whether
//! bytes are that form is told by writing it beside them, which is much
//! quicker than making it from a record.

use serde_json::Value;

/// Whether `bytes` are the canonical form of `value`, which
/// [`super::parse_strict`] gave.
pub(in crate::submission) fn is_canonical(value: &Value, bytes: &[u8]) -> bool {
    let mut rest = Rest(Some(bytes));
    rest.value(value);
    rest.0.is_some_and(<[u8]>::is_empty)
}

/// What is left to be accounted for; nothing where something differed.
struct Rest<'a>(Option<&'a [u8]>);

impl Rest<'_> {
    fn take(&mut self, expected: &[u8]) {
        self.0 = self.0.and_then(|rest| rest.strip_prefix(expected));
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.take(b"null"),
            Value::Bool(true) => self.take(b"true"),
            Value::Bool(false) => self.take(b"false"),
            Value::Number(number) => self.take(number.to_string().as_bytes()),
            Value::String(text) => self.string(text),
            Value::Array(items) => {
                self.take(b"[");
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.take(b",");
                    }
                    self.value(item);
                }
                self.take(b"]");
            }
            Value::Object(members) => {
                // Names are ASCII, so that their bytes sort as UTF-16 does.
                let names = members.keys().map(String::as_bytes);
                if !names.is_sorted() {
                    self.0 = None;
                }
                self.take(b"{");
                for (index, (name, member)) in members.iter().enumerate() {
                    if index > 0 {
                        self.take(b",");
                    }
                    self.string(name);
                    self.take(b":");
                    self.value(member);
                }
                self.take(b"}");
            }
        }
    }

    /// RFC 8785 §3.2.2.2: only what must be is escaped, and in one way.
    fn string(&mut self, text: &str) {
        self.take(b"\"");
        let mut plain = text.as_bytes();
        let special = |byte: u8| byte < b' ' || matches!(byte, b'"' | b'\\');
        while let Some(place) = plain.iter().position(|byte| special(*byte)) {
            let (before, from) = plain.split_at_checked(place).unwrap_or_default();
            self.take(before);
            let Some((byte, after)) = from.split_first() else {
                break;
            };
            match byte {
                b'"' => self.take(b"\\\""),
                b'\\' => self.take(b"\\\\"),
                b'\n' => self.take(b"\\n"),
                b'\t' => self.take(b"\\t"),
                // No other control character is in narrowed I-JSON.
                _ => self.0 = None,
            }
            plain = after;
        }
        self.take(plain);
        self.take(b"\"");
    }
}

#[cfg(test)]
mod tests {
    use super::is_canonical;
    use crate::submission::canonical::{CanonicalBytes, parse_strict};
    use proptest::prelude::*;
    use serde_json::Value;

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-9_007_199_254_740_991_i64..=9_007_199_254_740_991).prop_map(Value::from),
            "[ -~\\n\\té—]{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::hash_map("[ -~]{0,4}", inner, 0..5)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn it_is_the_form_that_the_canonicalizer_writes(value in any_value()) {
            let canonical = CanonicalBytes::of(&value).unwrap();
            let read = parse_strict(canonical.as_bytes()).unwrap();
            prop_assert!(is_canonical(&read, canonical.as_bytes()));
        }

        #[test]
        fn no_other_text_of_the_value_is(value in any_value(), place: prop::sample::Index) {
            let canonical = CanonicalBytes::of(&value).unwrap();
            let mut text = canonical.as_bytes().to_vec();
            let place = place.index(text.len() + 1);
            text.insert(place, b' ');
            if let Ok(read) = parse_strict(&text) {
                let same = CanonicalBytes::of(&read).unwrap().as_bytes() == text;
                prop_assert_eq!(is_canonical(&read, &text), same);
            }
        }
    }

    #[test]
    fn other_orders_escapes_and_numbers_are_not() {
        let is = |text: &str| {
            let value = parse_strict(text.as_bytes()).unwrap();
            is_canonical(&value, text.as_bytes())
        };
        assert!(is(r#"{"a":1,"b":["x\"\\\n\té",true,null,-5]}"#));
        for text in [
            r#"{"b":1,"a":2}"#,
            r#""\u0061""#,
            r#""a\/b""#,
            r#""\u000a""#,
            "[1 ]",
            " 1",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}
