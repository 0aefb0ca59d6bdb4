find-menu = Find in all questions and answers…
find-title = Find in questions and answers
find-words = Find
find-with = Replace with
find-match-case = Capital and small letters differ
find-match-accents = Letters with and without accents differ
find-next = Next
find-previous = Previous
find-close = Close search
find-also-replace = Replace…
find-replace = Replace
find-replace-all = Replace all
find-found = { $count ->
    [0] Found nowhere.
    [one] Found in 1 place.
    *[other] Found in { $count } places.
    }
find-hits = Places found
find-hit = { $number } of { $count }: { $place }
find-hit-name = { $text } – { $place }
find-place = { $place }, { $language }
find-place-wording = { $question }, as it is asked, { $language }
find-more = and { $count } more; write more of the words to find fewer
find-replaced = { $count ->
    [0] Nothing was replaced.
    [one] 1 place was replaced.
    *[other] { $count } places were replaced.
    }{ $left ->
    [0] {""}
    [one] {" "}1 was left: nothing else would stand in its line.
    *[other] {" "}{ $left } were left: nothing else would stand in their lines.
    }
find-does-find = Find in all questions and answers
find-does-replace = Replace in all answers
find-does-next = Next place found
find-does-previous = Previous place found
