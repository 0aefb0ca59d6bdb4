compare-same = Les deux contiennent la même chose.
compare-count = { $count ->
    [one] Un champ diffère :
   *[other] { $count } champs diffèrent :
}
compare-not-verified = Rien n’a été vérifié : les signatures ne sont pas examinées ici.
compare-field-in = { $field } ({ $language })
compare-part-of = { $place } : { $part }
compare-organization-id = Identifiant de l’organisation
compare-organization-name = Nom de l’organisation
compare-abbreviation = Abréviation
compare-cycle = Cycle
compare-submission-id = Numéro de l’autoévaluation
compare-revision = Révision
compare-previous = Empreinte complète de la révision précédente
compare-audience = Organisme central
compare-created-at = Dernière modification de l’ébauche
compare-marking = Marquage de sécurité
compare-answer-languages = Langues des réponses
compare-questionnaire = Questionnaire
compare-state = état
compare-choices = choix
compare-text = texte
compare-source = langue de rédaction
compare-translation = traduction confirmée
compare-name = nom
compare-title = titre
compare-acting = par intérim
compare-wording = texte de l’attestation
compare-supplementary = réponse fournie, bien que non attendue
compare-no-marking = aucun
compare-protected-a = Protégé A
compare-protected-b = Protégé B
compare-yes = oui
compare-no = non
