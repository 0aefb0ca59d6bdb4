//! What can go wrong with a file.

super::messages! {
    size_mib = "size-mib" (count);
    size_kib = "size-kib" (count);
    err_file_not_found = "err-file-not-found" (file);
    hint_file_not_found = "hint-file-not-found" ();
    err_file_no_permission = "err-file-no-permission" (file);
    hint_file_no_permission = "hint-file-no-permission" ();
    err_file_is_folder = "err-file-is-folder" (file);
    hint_file_is_folder = "hint-file-is-folder" ();
    err_file_not_folder = "err-file-not-folder" (file);
    hint_file_not_folder = "hint-file-not-folder" ();
    err_file_too_large = "err-file-too-large" (file, limit);
    hint_file_too_large = "hint-file-too-large" ();
    err_file_not_utf8 = "err-file-not-utf8" (file, place);
    hint_file_not_utf8 = "hint-file-not-utf8" ();
    err_file_not_json = "err-file-not-json" (file, line, column);
    err_file_truncated = "err-file-truncated" (file, line);
    err_file_duplicate_name = "err-file-duplicate-name" (file, place, line);
    err_file_too_deep = "err-file-too-deep" (file, line);
    hint_file_damaged = "hint-file-damaged" ();
    err_file_disk_full = "err-file-disk-full" (file);
    hint_file_disk_full = "hint-file-disk-full" ();
    err_file_exists = "err-file-exists" (file);
    hint_file_exists = "hint-file-exists" ();
    err_file_changed = "err-file-changed" (file);
    hint_file_changed = "hint-file-changed" ();
    err_file_newer_draft = "err-file-newer-draft" (file);
    hint_file_newer_draft = "hint-file-newer-draft" ();
    err_file_read_back = "err-file-read-back" (file);
    hint_file_read_back = "hint-file-read-back" ();
    err_file_other = "err-file-other" (file, code);
    hint_file_other = "hint-file-other" ();
}
