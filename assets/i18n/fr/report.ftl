report-banner-draft = ÉBAUCHE
report-banner-unsigned = NON SIGNÉ
report-attached-signed = Les réponses signées (JSON) : l’original
report-attached-unsigned = Les réponses (JSON), non signées
report-fingerprint = Empreinte : { $fingerprint }
report-revision = Révision { $revision }
report-page-number = Page { $page } sur { $pages }
report-unofficial-wording = Libellé français non officiel (traduction de Probitas)
report-marking-protected-a = PROTECTED A / PROTÉGÉ A
report-marking-protected-b = PROTECTED B / PROTÉGÉ B
report-option-selected = Coché
report-option-not-selected = Non coché
report-supplementary = Renseignements complémentaires, que les autres réponses n’exigent pas :
report-provided-in-english = Réponse fournie en anglais
report-provided-in-french = Réponse fournie en français
report-not-answered-yet = Sans réponse pour le moment
report-not-expected = Compte tenu des autres réponses, rien n’était demandé ici.
report-fact-organization = Organisation
report-fact-audience = Destinataire
report-fact-languages = Langues des réponses
report-fact-cycle = Cycle
report-fact-changed = Dernière modification
report-fact-fingerprint = Empreinte
report-both-languages = français et anglais
report-note-draft = Ce document est une ébauche. Il ne porte pas d’empreinte et n’est pas destiné à être soumis.
report-note-unsigned = Ce document est une copie produite à partir des données consignées. Il ne porte aucune signature électronique; l’empreinte le relie au fichier JSON non signé.
report-note-signed = Ce document est une copie produite à partir des données consignées. Le fichier JSON signé est l’original.
report-sign-off = Approbation
report-prepared-by = Préparé par
report-approved-by = Approuvé par l’administrateur général ou l’administratrice générale
report-line-name = Nom
report-line-title = Titre
report-line-signature = Signature
report-line-date = Date
report-acting = { $title } (par intérim)
report-signed-electronically = Signature électronique
report-signature-line = { $name }, { $role }, le { $date }. Clé : { $key }
report-signature-claim = Le nom et la date sont ceux que déclare le ou la signataire. La signature montre que la personne qui détient cette clé a signé exactement ce contenu, et rien de plus.
report-option-to-tick = À cocher
report-fact-digest = Empreinte complète (SHA-256)
report-fact-revision = Révision
report-contents = Table des matières
report-contents-link = { $heading }, page { $page }
report-blank-form = Formulaire vierge
report-note-blank = À remplir à la main. Si l’espace ne suffit pas, continuer sur une feuille à part et y inscrire le numéro de la question.
report-checking = Comment vérifier ce document
report-copy-of-signed = Ce document est une copie; le fichier JSON signé est l’original. Il est joint à ce PDF.
report-copy-of-unsigned = Ce document est une copie; le fichier JSON est l’original. Il est joint à ce PDF et ne porte aucune signature électronique.
report-check-take = Prendre le fichier JSON qui accompagne ce document, ou enregistrer celui qui est joint au PDF.
report-check-verify = Le vérifier avec Probitas et la clé publique du ou de la signataire : la signature doit être valide. Tout programme qui vérifie des signatures JSON Web Signature (RFC 7515) convient aussi.
report-check-unsigned = L’ouvrir avec la commande « verify » de Probitas, qui indique qu’il n’est pas signé et affiche son empreinte.
report-check-compare = Comparer l’empreinte affichée avec celle qui figure au bas de chaque page. Le dernier caractère est un caractère de contrôle. Si elles diffèrent, ce document et le fichier ne disent pas la même chose; s’adresser à l’organisation.
report-code-alternative = Code QR contenant l’empreinte complète, l’organisation, le cycle et la révision
report-code-note = Le code contient l’empreinte complète, l’organisation, le cycle et la révision, et rien d’autre.
report-signature-claim-unchecked = Le nom et la date sont ceux que déclare le ou la signataire. Une signature vérifiée montre que la personne qui détient cette clé a signé exactement ce contenu, et rien de plus; une signature non vérifiée ne montre rien par elle-même.
report-signature-unchecked = Non vérifiée : la clé publique de ce ou cette signataire n’était pas disponible lorsque cette copie a été produite.
report-note-unchecked = Ce document est une copie produite à partir des données consignées. Le fichier JSON signé est l’original. Certaines signatures n’ont pas été vérifiées lorsque cette copie a été produite; la rubrique « Signature électronique » indique lesquelles.
report-summary-title = Sommaire aux fins d’approbation
report-summary-apart = Sommaire, ne fait pas partie de l’autoévaluation soumise
report-summary-note = Cette feuille ne fait pas partie de l’autoévaluation soumise, qui suit.
report-summary-pages = Nombre de pages
report-summary-choices = Choix cochés
report-summary-topic = { $question ->
    [q1] Plans de formation jusqu’au niveau divisionnaire
    [q2] Mise en œuvre complète des plans de formation
    [q3] Examen du code de conduite
    [q4] Échéance de l’examen du code de conduite
    [q5] Mises à jour du code de conduite
    [q6] Mesures pour favoriser une discussion à tous les échelons
    [q7] Mesures pour que la discussion se poursuive
    [q12] Indicateurs ventilés selon les facteurs identitaires
   *[other] {""}
}
report-summary-time-frames = Échéances, telles qu’elles sont rédigées
report-summary-stands-under = Le texte est trop long pour cette feuille. Il figure au complet à la { $question }.
report-summary-goes-on-under = Le texte se poursuit à la { $question }.
report-summary-errors = Erreurs à corriger
report-summary-warnings = Avertissements
report-summary-no-warnings = Aucun.
