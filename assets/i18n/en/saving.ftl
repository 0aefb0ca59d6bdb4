saving-time = { $hour }:{ $minute }
saving-unchanged = No changes to save
saving-pending = Changes not saved yet
saving-under-way = Saving…
saving-saved = Saved at { $time }
saving-kept = Kept for recovery at { $time }, not saved in a file yet
saving-not-saved = Not saved: { $problem }
saving-cancelled = Stopped. Nothing was changed.
saving-cancel-work = Stop
saving-compare = Compare and join…
err-not-joined = Somebody else changed the file of this draft since it was opened here.
hint-not-joined = Save to compare both versions and join them, or save under another name.
saving-open-elsewhere = Somebody else has had this draft open since { $since }. Changes of both will be joined.
saving-open-by = { $user } has had this draft open since { $since }. Changes of both will be joined.
saving-open-at = This draft has been open on { $host } since { $since }. Changes of both will be joined.
saving-open-by-at = { $user } has had this draft open on { $host } since { $since }. Changes of both will be joined.
saving-open-twice = You have this draft open in another window of Probitas, since { $since }. Changes of both will be joined.
saving-read-only-place = Nothing can be written where this draft lies. What you change is kept for recovery; choose “Save as…” in the menu “File” to keep it in a file of your own.
saving-recovered = Recovered. Save the draft under a name of your own.
saving-taken-in = { $count ->
    [0] Nothing was taken in: this draft already says what the other one says.
    [one] { $count } difference was taken in from the other draft.
   *[other] { $count } differences were taken in from the other draft.
 }
saving-take-in = Take in answers from another draft…
saving-take-in-title = Take in answers from another draft
saving-take-in-compare = Compare
saving-take-in-explanation = Below is everything in which “{ $path }” differs from this draft. Choose what this draft is to say; the other file stays as it is.
saving-discard-title = Throw the draft away?
saving-discard-explanation = It was never saved under a name, and there is no other copy.
saving-discard = Throw away
saving-discard-not = Keep it
saving-join-title = Two versions of this draft
saving-join-explanation = Somebody else saved “{ $path }” since it was read here. Nothing was overwritten. Below is everything in which the two versions differ; choose what the joined draft is to say.
saving-join-other-submission = The other file belongs to another submission, perhaps of another organization. Join them only if that is what you want.
saving-join-open = { $count ->
    [one] { $count } difference is still to be looked at: both sides changed it.
   *[other] { $count } differences are still to be looked at: both sides changed them.
 }
saving-join-settled = { $count ->
    [one] { $count } difference, and nothing left to decide.
   *[other] { $count } differences, and nothing left to decide.
 }
saving-join-mine-everywhere = Use mine everywhere
saving-join-confirm = Join
saving-join-keep-both = Keep both files
saving-join-changed-here = Changed here only
saving-join-changed-there = Changed in the other version only
saving-join-changed-both = Changed in both versions: please choose
saving-join-pick-mine = Mine
saving-join-pick-theirs = Theirs
saving-join-pick-both = Both
saving-join-pick-name = { $part }: what to keep
saving-part-choices = { $question }, choices
saving-part-text = { $question }, text in { $language }
saving-part-translation = { $question }, comparison of the two languages
saving-part-decision = { $question }, decision not to answer
saving-part-release = { $question }, supplementary answer
saving-part-audience = Addressed to
saving-part-person = Person: { $role }
saving-part-acknowledgements = Acknowledged warnings
saving-value-nothing = Nothing
saving-value-undecided = To be answered
saving-value-released = Goes out too
saving-value-not-released = Is left out
saving-value-source = Written first in { $language }
saving-value-compared = Written first in { $language }; both languages say the same
saving-value-outdated = Written first in { $language }; changed since the languages were compared
saving-value-acting = { $title } (acting)
saving-value-count = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
 }
saving-brought-back = The other draft is open again, with its file and its steps.
saving-conflict-name = { $name }-conflict-{ $time }.probitas
