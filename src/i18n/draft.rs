//! What can be wrong with a draft.

super::messages! {
    err_not_a_draft = "err-not-a-draft" ();
    hint_not_a_draft = "hint-not-a-draft" ();
    err_damaged = "err-draft-damaged" (place);
    hint_damaged = "hint-draft-damaged" ();
    err_newer = "err-draft-newer" ();
    hint_newer = "hint-draft-newer" ();
    err_unknown_questionnaire = "err-unknown-questionnaire" (id, version);
    hint_unknown_questionnaire = "hint-unknown-questionnaire" ();
    cleaned = "draft-cleaned" (count);
}
