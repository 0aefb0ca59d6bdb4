//! What was changed in a text that was pasted.

super::messages! {
    done = "pasting-done" ();
    items = "pasting-items" (count);
    joined = "pasting-joined" (count);
    hyphens = "pasting-hyphens" (count);
    invisible = "pasting-invisible" (count);
    pictures = "pasting-pictures" (count);
    not_taken = "pasting-not-taken" (count);
    plain_instead = "pasting-plain-instead" (keys);
    plain_instead_name = "pasting-plain-instead-name" (place);
    with_keys = "pasting-with-keys" (what, keys);
    now_plain = "pasting-now-plain" ();
    does_text = "pasting-does-text" ();
}
