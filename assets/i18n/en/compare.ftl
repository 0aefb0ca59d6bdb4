compare-same = Both hold the same.
compare-count = { $count ->
    [one] They differ in one field:
   *[other] They differ in { $count } fields:
}
compare-not-verified = Nothing was verified: signatures are not looked at here.
compare-field-in = { $field } ({ $language })
compare-part-of = { $place }: { $part }
compare-organization-id = Identifier of the organization
compare-organization-name = Name of the organization
compare-abbreviation = Abbreviation
compare-cycle = Reporting cycle
compare-submission-id = Number of the submission
compare-revision = Revision
compare-previous = Digest of the revision before
compare-audience = Central agency
compare-created-at = Last change of the draft
compare-marking = Security marking
compare-answer-languages = Languages of the answers
compare-questionnaire = Questionnaire
compare-state = state
compare-choices = choices
compare-text = text
compare-source = language it was written in
compare-translation = translation confirmed
compare-name = name
compare-title = title
compare-acting = acting
compare-wording = words of the attestation
compare-supplementary = answered, though not expected
compare-no-marking = none
compare-protected-a = Protected A
compare-protected-b = Protected B
compare-yes = yes
compare-no = no
