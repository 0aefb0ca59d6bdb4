err-import-number-of-pages = { $count ->
    [one] 1 page was given.
   *[other] { $count } pages were given.
}
hint-import-number-of-pages = Give one page, or the English and the French page of one organization.
err-import-too-large = The page “{ $page }” is too large: about { $size } MiB.
hint-import-too-large = A page may have up to { $limit } MiB. Save the text of the page alone, without pictures.
err-import-not-utf8 = The page “{ $page }” is not text in UTF-8: see line { $line }, byte { $offset }.
hint-import-not-utf8 = Save the page as plain text with the encoding UTF-8, and import it again.
err-import-not-a-page = No question of the self-assessment was found in “{ $page }”.
hint-import-not-a-page = Give the text of a published page in English or French. To open a draft, use Open.
err-import-both-languages = “{ $page }” has the wording of the form in both languages, or too little of it to tell the language.
hint-import-both-languages = Save the English and the French page as two files, and give both.
err-import-same-language = Both pages are in the same language: { $language }.
hint-import-same-language = Give one page, or the English and the French page of one organization.
err-import-refused = An answer on the page does not fit the questionnaire.
hint-import-refused = Nothing was imported. Send the page to whoever helps you with Probitas.
import-page-read = { $page } (language: { $language }): { $found } of { $count } questions found.
import-question-missing = { $page }: questions not found: { $questions }.
import-organization-missing = { $page }: the name of the organization was not found.
import-line-unknown = { $page }, line { $line } found no place: { $text }
import-line-other-wording = { $page }, line { $line } is not worded as on the form: { $text }
import-line-option = { $page }, line { $line } is not a known option of Question { $question }: { $text }
import-line-second-choice = { $page }, line { $line } is one choice too many for Question { $question }: { $text }
import-line-other-choice = { $page }, line { $line } was not taken for Question { $question }, because the other page has another choice: { $text }
import-choice-differs = Question { $question }: the two pages differ. The choice of the page in { $language } was kept.
import-furniture = { $page }: left out, because it is no part of the form: { $lines }
import-characters-changed = { $count ->
    [one] { $page }: 1 character that a record cannot hold was removed or replaced.
   *[other] { $page }: { $count } characters that a record cannot hold were removed or replaced.
}
