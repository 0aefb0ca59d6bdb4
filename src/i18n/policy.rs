//! What an organization sets, and where settings are kept.

super::messages! {
    locked = "policy-locked" ();
    trust_list = "policy-trust-list" (path);
    trust_roots = "policy-trust-roots" (paths);
    in_force = "policy-in-force" (path);
    in_force_faulty = "policy-in-force-faulty" (path);
    none = "policy-none" ();
    notice_title = "policy-notice-title" ();
    err_policy = "err-policy" (path);
    hint_policy = "hint-policy" ();
    not_json = "policy-not-json" (line, column);
    other_format = "policy-other-format" ();
    too_new = "policy-too-new" (format);
    unknown_member = "policy-unknown-member" (name);
    bad_value = "policy-bad-value" (name);
    unknown_lock = "policy-unknown-lock" (name);
    lock_without_preset = "policy-lock-without-preset" (name);
    places_title = "places-title" ();
    places_own = "places-own" (path);
    places_portable = "places-portable" (path);
    places_read_only = "places-read-only" (path);
    places_read_only_memory = "places-read-only-memory" ();
    places_memory = "places-memory" ();
    places_drafts = "places-drafts" (path);
    hint_not_kept = "hint-not-kept" ();
}
