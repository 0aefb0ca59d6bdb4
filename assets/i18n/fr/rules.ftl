place-question = { $question }
place-question-text = { $question } (texte)
place-question-text-numbered = { $question } (texte { $number })
place-question-choice-numbered = { $question } (choix { $number })
place-unknown-item = « { $id } »
place-organization = Organisation
place-preparer = Responsable de la préparation
place-deputy-head = Administrateur général ou administratrice générale
place-unplaced = Lignes de la page importée restées sans place
finding-unanswered = Sans réponse pour le moment : { $places }. Répondez, ou indiquez que c’est sans objet ou qu’aucune réponse n’est soumise.
finding-neither-tick-nor-text = Aucune case n’est cochée et aucun texte n’est fourni : { $places }. Cochez ce qui s’applique ou rédigez un texte; l’un des deux suffit.
finding-invalid-answer = La réponse n’est pas compatible avec le formulaire : { $places }. Répondez de nouveau à cet endroit.
finding-ticks-without-text = Des cases sont cochées, mais aucun détail n’est donné : { $places }. Ajoutez les détails que demande la question, ou confirmez que les cases suffisent.
finding-text-without-ticks = Un texte est fourni, mais aucune case n’est cochée : { $places }. Cochez ce qui s’applique, ou confirmez qu’aucun choix ne convient.
finding-consistency = { $explanation } Modifiez l’une des réponses, ou confirmez qu’elles sont exactes.
finding-not-applicable-where-expected = Une réponse est attendue, mais « s.o. » est indiqué : { $places }. C’est peut-être exact; répondez s’il y a quelque chose à dire.
finding-no-response-where-expected = Une réponse est attendue, mais aucune ne sera soumise : { $places }. C’est peut-être exact; répondez s’il y a quelque chose à dire.
finding-kept-beside-decision = « Sans objet » ou « aucune réponse » est choisi; ce qui a été coché ou rédigé est donc conservé ici sans être transmis : { $places }. Pour le transmettre, retirez ce choix.
finding-supplementary = Des renseignements complémentaires seront transmis bien qu’aucune réponse ne soit demandée : { $places }. Excluez ce qui ne doit pas être publié.
finding-supplementary-left-out = Des renseignements complémentaires sont conservés ici sans être transmis, car aucune réponse n’est demandée : { $places }. Incluez ce qui doit être publié.
finding-text-missing = Il manque le texte en { $language } : { $places }. Rédigez-le, ou confirmez qu’une seule langue sera transmise.
finding-translation-stale = Le texte a changé depuis la confirmation de sa traduction : { $places }. Relisez la traduction et confirmez-la de nouveau.
finding-languages-disagree = Une langue indique « s.o. » ou « aucune réponse », et l’autre dit autre chose : { $places }. Faites concorder les deux.
finding-other-language-only = L’organisation répond en { $language }, mais le texte n’existe que dans l’autre langue : { $places }. Le texte sera transmis tel quel. Rédigez-le en { $language }, ou changez les langues des réponses.
finding-reference = Le texte semble renvoyer à une autre réponse : { $places }. Une réponse peut être lue seule; répétez-y l’essentiel.
finding-attachment = Le texte semble mentionner une pièce jointe : { $places }. Aucune pièce jointe n’accompagne le formulaire; mettez l’essentiel dans le texte.
finding-email-address = Une adresse de courriel serait publiée : { $places }. Retirez-la si elle ne doit pas être publique.
finding-telephone-number = Un numéro de téléphone serait publié : { $places }. Retirez-le s’il ne doit pas être public.
finding-internal-link = Un lien qui semble fonctionner seulement à l’intérieur du gouvernement serait publié : { $places }. Dites ce qu’il montre, ou retirez-le.
finding-uncovered-characters = Certains caractères ne peuvent être ni affichés ni imprimés : { $places }. Le PDF imprime plutôt leur code entre crochets. Codes : { $characters }. Écrivez ces caractères autrement, ou confirmez que les codes peuvent rester.
finding-unplaced-options = { $count ->
    [one] { $count } ligne de la page importée ne figure pas parmi les choix du formulaire : { $places }. Cochez le choix voulu, puis retirez la ligne.
   *[other] { $count } lignes de la page importée ne figurent pas parmi les choix du formulaire : { $places }. Cochez les choix voulus, puis retirez les lignes.
}
finding-unplaced-lines = { $count ->
    [one] { $count } ligne de la page importée n’a pas trouvé de place dans le formulaire. Copiez-la là où elle doit aller, ou retirez-la.
   *[other] { $count } lignes de la page importée n’ont pas trouvé de place dans le formulaire. Copiez chacune là où elle doit aller, ou retirez-la.
}
finding-unknown-item = Le fichier contient des réponses à des questions que ce formulaire ne pose pas : { $places }. Elles sont conservées, mais ne seront pas transmises. Si elles sont importantes, reprenez-en le contenu sous une autre question.
finding-organization-name-missing = Il manque le nom de l’organisation. Inscrivez-le sous « Organisation ».
finding-organization-name-missing-in = Il manque le nom de l’organisation en { $language }. Inscrivez-le sous « Organisation ».
finding-organization-id-missing = L’organisation n’a pas encore d’identifiant pour les noms de fichier. « { $used } » est utilisé; inscrivez-en un autre sous « Organisation » si vous le préférez.
finding-organization-id-unusable = « { $id } » ne peut pas servir d’identifiant pour les noms de fichier : celui-ci peut comporter des minuscules sans accent, des chiffres et, entre eux, des traits d’union, soit 40 caractères au plus. « { $used } » est utilisé à la place; inscrivez-en un autre sous « Organisation » si vous le préférez.
finding-person-name-missing = Nom à inscrire : { $places }. Le nom est imprimé à côté de la signature; il peut aussi y être écrit à la main.
finding-cycle-missing = Il manque le cycle. Inscrivez-le sous « Organisation », par exemple 2024.
finding-audience-missing = Le nom de l’organisme central qui reçoit l’autoévaluation manque. L’attestation de l’administrateur général ou de l’administratrice générale y renvoie.
