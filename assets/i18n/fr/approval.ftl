# Verifying with a trust list.
approval-trust-list = Liste de confiance de l’organisme (facultatif)
approval-trust-list-note = La liste permet aussi de vérifier à qui appartiennent les clés, dans quel rôle chaque personne peut signer et jusqu’à quand. L’emplacement des fichiers est retenu.
approval-pin = Clé publique de l’organisme qui a signé la liste (.pub.jwk)
approval-pin-more = Clé publique { $number } de l’organisme (facultatif)
approval-policy = Qui doit signer
approval-policy-both = La personne responsable de la préparation, puis l’administrateur général ou l’administratrice générale
approval-policy-handwritten = La personne responsable de la préparation; l’administrateur général ou l’administratrice générale a approuvé à la main, sur papier
approval-filter-lists = Listes de confiance
approval-found-incomplete = Incomplet : le contenu n’a pas changé depuis sa signature, mais il manque une signature.
approval-found-key-missing = Pas encore vérifié : sans la clé publique de toutes les personnes qui ont signé, une modification ne peut pas être détectée.
approval-claims = Ce que dit le fichier, non vérifié
approval-claimed-by = Non vérifié : signé par { $name } ({ $role }), qui indique avoir signé le { $date }; clé { $kid }
approval-proves = Ce que cela prouve
approval-not-checked = Ce qui n’a pas été vérifié
approval-confirm = Comment confirmer qui a signé
err-no-pin = Aucune clé publique de l’organisme n’est indiquée; la liste de confiance ne peut donc pas être vérifiée.
hint-no-pin = Indiquez la clé publique que l’organisme a publiée (.pub.jwk), et obtenez-la par un moyen auquel vous vous fiez déjà.
err-other-pin = La liste de confiance a été signée avec une clé autre que celles indiquées; rien n’a donc été vérifié avec cette liste.
err-list-refused = La liste de confiance est inutilisable; rien n’a donc été vérifié avec elle. { $reason }

# Comparing with another file.
approval-compare = Comparer avec…
approval-compare-title = Comparer avec un autre fichier
approval-compare-explanation = Montre champ par champ en quoi « { $file } » diffère d’une autre autoévaluation soumise, de son PDF ou d’une ébauche.
approval-compare-other = Autre fichier (.json, .pdf ou .probitas)
approval-compare-confirm = Comparer
approval-compare-back = Retour au résultat
approval-compared-title = Différences entre les deux fichiers
approval-compared-same = « { $file } » et « { $other } » contiennent la même chose.
approval-compared-count = { $count ->
    [one] « { $file } » et « { $other } » diffèrent dans un champ.
   *[other] « { $file } » et « { $other } » diffèrent dans { $count } champs.
}
approval-compared-nothing = (rien)
approval-compared-shortened = Pour les textes longs, seules les lignes comprises entre la première et la dernière différence sont affichées. La comparaison ne vérifie rien : les signatures ne sont pas examinées.
approval-status-comparing = Comparaison en cours…
approval-status-compared = Les fichiers ont été comparés.
approval-filter-comparable = Autoévaluations soumises et ébauches
err-no-form = Ce programme n’a aucun questionnaire.
hint-no-form = Utilisez une copie complète du programme.

# Starting a correction.
approval-correct = Commencer une correction…
approval-correct-title = Commencer une correction
approval-correct-explanation = Crée une nouvelle ébauche avec les réponses d’une autoévaluation soumise. Elle porte le numéro de révision suivant et renvoie à la révision précédente. L’autoévaluation soumise reste telle quelle.
approval-correct-confirm = Créer l’ébauche
approval-status-corrected = L’ébauche de la révision { $revision } a été créée. Elle corrige l’autoévaluation soumise.
approval-corrected-unchecked = Les signatures de l’autoévaluation n’ont pas toutes été vérifiées : assurez-vous que c’est la bonne.

# Approving what another person prepared.
approval-screen = Approuver
approval-open = Ouvrir pour approuver…
approval-open-title = Ouvrir pour approuver
approval-open-explanation = Montre une autoévaluation soumise telle qu’elle est imprimée et y ajoute votre signature. Rien ne peut y être modifié. Avec la clé publique de la personne qui a signé avant vous, ou une liste de confiance, sa signature est d’abord vérifiée.
approval-open-confirm = Ouvrir
approval-status-opened = L’autoévaluation est ouverte pour approbation.
approval-lede = Lisez l’autoévaluation sur les pages, puis signez-la avec votre propre clé.
approval-halves = Parties de l’écran
approval-half-signing = Signature
approval-half-document = Autoévaluation
approval-no-signature = Personne ne l’a encore signée.
approval-attests = Ce que vous attestez ({ $role })
approval-attests-name = L’autoévaluation nomme { $name } dans ce rôle.
approval-attests-nobody = L’autoévaluation ne nomme personne dans ce rôle.
approval-key-other-organization = La clé est celle d’une autre organisation ({ $organization }); l’autoévaluation est celle de { $own }.
approval-key-other-name = La clé est au nom de { $key }, mais l’autoévaluation nomme { $name } dans ce rôle.
approval-sign = Signer
approval-sign-title = Autoévaluation signée
approval-sign-explanation = Un nouveau fichier est produit. Il contient les mêmes données consignées, les signatures déjà présentes et la vôtre. Le fichier que vous avez ouvert reste tel quel.
approval-sign-path = Fichier à produire (.json)
approval-status-signing = Signature en cours…
approval-status-signed = Signé, relu et vérifié : { $file }
approval-signed = Votre signature a été ajoutée; le fichier a été relu et vérifié : { $file }
approval-show-file = Afficher dans le dossier
approval-close = Fermer l’autoévaluation
err-no-key = Aucune clé n’est ouverte.
hint-no-key = Ouvrez votre clé avec sa phrase de passe.
err-no-path = Aucun emplacement n’est indiqué pour l’autoévaluation signée.
hint-no-path = Indiquez le fichier à produire.
err-signed-not-verified = « { $file } » a été écrit, mais la vérification après relecture a échoué.
hint-signed-not-verified = N’utilisez pas ce fichier. Ouvrez de nouveau l’autoévaluation et signez-la à un autre emplacement.
