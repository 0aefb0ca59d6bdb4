# Outcomes of verifying with a trust list.
verification-confirmed = Vérifié : le contenu n’a pas changé depuis sa signature, et la liste de confiance nomme toutes les personnes qui ont signé.
verification-unconfirmed = Contenu inchangé depuis sa signature; signataire pas encore confirmé.
confirmed-proves = Une signature valide montre que la personne qui détient cette clé a signé exactement ce contenu; l’organisme qui a signé la liste de confiance indique qui détient la clé. Ce n’est pas une signature électronique sécurisée.
paper-copy = Il s’agit de l’autoévaluation jointe au PDF, et elle seule a été vérifiée. Les pages sont une copie : elles n’ont pas été comparées avec elle.

# How an unknown signer is confirmed.
confirm-key = Ne figure pas dans la liste de confiance : { $name } ({ $role }), empreinte de la clé { $fingerprint }
confirm-call = Appelez l’organisation à un numéro que vous avez déjà, jamais à un numéro reçu avec le fichier.
confirm-compare = Demandez à la personne de vous lire l’empreinte de sa clé et comparez-la avec celle-ci, caractère par caractère.
confirm-add = Si les deux sont identiques, faites ajouter la clé à la liste de confiance et vérifiez de nouveau avec la nouvelle liste.
confirm-differs = Si elles diffèrent, ne versez pas l’autoévaluation au registre.

# What was not checked.
not-checked-signing-time = le moment de la signature : l’heure est celle de l’ordinateur de la personne qui a signé
not-checked-handwritten = si l’administrateur général ou l’administratrice générale l’a approuvée à la main : consultez la page signée
not-checked-list-sequence = si une liste de confiance plus récente a déjà été vue

# Why a signature is refused; numbers count from 1.
err-key-not-yet-valid = Signature { $signature } : elle indique avoir été faite le { $signed }, mais sa clé n’est valable qu’à partir du { $from }.
err-key-expired = Signature { $signature } : elle indique avoir été faite le { $signed }, mais sa clé n’était valable que jusqu’au { $until }.
hint-key-dates = Demandez une signature faite avec une clé actuellement valable, ou faites corriger les dates de la liste de confiance si elles sont inexactes.
err-key-revoked = Signature { $signature } : sa clé a été révoquée le { $at } ({ $reason }), et elle indique avoir été faite après.
err-key-compromised = Signature { $signature } : sa clé pourrait être entre les mains d’autres personnes; la signature ne compte donc pas, quelle que soit sa date.
hint-key-revoked = N’utilisez pas ce fichier. Appelez l’organisation à un numéro que vous avez déjà.
err-role-not-granted = Signature { $signature } : la liste de confiance ne permet pas à sa clé de signer dans ce rôle : { $role }.
hint-role-not-granted = Demandez la signature d’une personne qui exerce ce rôle, ou faites corriger la liste de confiance si elle est inexacte.
err-key-twice = Deux des signatures ont été faites avec la même clé ({ $kid }).
err-signers-differ = Les signataires font partie d’organisations différentes.
err-organization-mismatch = L’autoévaluation est celle de « { $record } », mais une des personnes qui ont signé fait partie de « { $key } ».
err-role-missing = Il manque une signature; personne n’a signé dans ce rôle : { $role }.
hint-role-missing = Demandez la signature manquante. Si l’administrateur général ou l’administratrice générale a approuvé à la main, vérifiez selon la règle de l’approbation manuscrite.
err-role-order = Signature { $signature } : l’administrateur général ou l’administratrice générale a signé avant la personne responsable de la préparation.
hint-sign-again = Demandez que l’autoévaluation soit signée de nouveau : d’abord par la personne responsable de la préparation, puis par l’administrateur général ou l’administratrice générale, chaque personne avec sa propre clé.

# Why a key was revoked.
revoked-key-compromise = elle pourrait être entre les mains d’autres personnes
revoked-affiliation-changed = la personne a changé d’organisation
revoked-superseded = remplacée par une autre clé
revoked-cessation = elle ne sert plus
revoked-privilege-withdrawn = la personne ne peut plus signer

# What is wrong with a trust list.
trust-list-refused = La liste de confiance est inutilisable; rien n’a donc été vérifié avec elle :
err-trust-list-format-other = Le fichier n’est pas une liste de confiance dans un format que cette version de Probitas connaît.
err-trust-list-unsigned = Personne n’a signé la liste de confiance.
err-trust-list-members = La liste de confiance n’a pas les membres et les valeurs d’une liste de confiance.
err-trust-list-key = Une entrée de la liste de confiance ne correspond pas à sa clé ({ $kid }).
err-trust-list-key-twice = La liste de confiance contient deux fois la même clé ({ $kid }).
err-trust-list-dates = Des dates de la liste de confiance manquent ou se suivent dans le mauvais ordre.
err-trust-list-in-future = La liste de confiance indique avoir été publiée le { $date }, soit plus d’un jour dans l’avenir.
err-trust-list-stale = La liste de confiance est périmée : il devrait y en avoir une plus récente depuis le { $date }.
err-trust-list-rolled-back = La liste de confiance porte le numéro { $sequence }, mais le numéro { $seen } a déjà été vu.
err-trust-list-forked = Il existe deux listes de confiance différentes portant le numéro { $sequence }.
hint-trust-list-original = Obtenez de nouveau la liste de confiance auprès de l’organisme, telle qu’elle a été publiée.
hint-trust-list-newest = Obtenez la plus récente liste de confiance auprès de l’organisme.
hint-trust-list-alarm = Ne l’utilisez pas et avisez l’organisme : quelqu’un tente peut-être de remettre en circulation une ancienne liste.
hint-trust-list-correct = Corrigez l’entrée : un identifiant court, un nom sur une seule ligne, au moins un rôle et une fin postérieure au début.

# Changing a trust list.
err-list-key-listed = La clé figure déjà dans la liste ({ $kid }).
hint-list-key-listed = Révoquez-la et inscrivez une nouvelle clé pour la personne.
err-list-key-not-listed = Cette clé ne figure pas dans la liste ({ $kid }).
hint-list-key-not-listed = Voyez les clés de la liste : probitas-cli trust show
err-list-key-revoked = La clé a déjà été révoquée ({ $kid }).
hint-list-key-revoked = Il n’y a plus rien à faire. Seul keyCompromise peut encore remplacer un autre motif.

# Adding a signature.
err-sign-key-twice = L’autoévaluation porte déjà une signature faite avec cette clé.
hint-sign-key-twice = Chaque signataire doit avoir sa propre clé.
err-sign-role-order = La clé est celle d’une personne responsable de la préparation, mais l’administrateur général ou l’administratrice générale a déjà signé.
err-sign-preparer-first = La clé est celle d’un administrateur général ou d’une administratrice générale, mais aucune personne responsable de la préparation n’a encore signé.
hint-sign-order = La personne responsable de la préparation signe en premier, puis l’administrateur général ou l’administratrice générale.

# A PDF with the submission inside.
err-copy-unreadable = Le fichier est un PDF illisible.
err-copy-encrypted = Le PDF est chiffré.
err-copy-empty = Aucune autoévaluation n’est jointe au PDF.
err-copy-several = Plus d’une autoévaluation est jointe au PDF.
err-copy-too-large = Le fichier joint au PDF est plus volumineux que ne peut l’être une autoévaluation soumise.
hint-copy = Demandez l’autoévaluation elle-même, le fichier JSON : le PDF n’en est qu’une copie.

# At the terminal.
confirm-heading = Pour confirmer qui a signé :
list-verified = Liste de confiance { $sequence }, signée par { $names }, publiée le { $issued }, valable jusqu’au { $until }
list-not-verified = Liste de confiance { $sequence }; non vérifiée, car aucune clé de l’organisme n’a été fournie.
trust-draft-written = Liste de confiance à remplir : { $file }
list-written = Liste de confiance : { $file }
list-to-be-signed = La liste a été modifiée et n’est pas signée : signez-la et publiez-la de nouveau avec « trust sign ».
list-entry = - { $person }, { $organization } : { $roles }
list-entry-key = { "  " }clé { $kid }, empreinte { $fingerprint }
list-entry-dates = { "  " }{ $algorithm }, à compter du { $from } et avant le { $until }
list-entry-revoked = { "  " }révoquée le { $at } : { $reason }
err-seen-file = « { $file } » n’indique pas quelle liste de confiance a été vue en dernier.
hint-seen-file = Indiquez le fichier écrit par une exécution précédente avec --seen, ou un fichier qui n’existe pas encore.
revised = Révision { $revision }, qui corrige celle dont l’empreinte complète est { $digest }
revised-unchecked = Remarque : les signatures de l’autoévaluation n’ont pas toutes été vérifiées. Fournissez les clés publiques avec --public-key.
