# Why the register does not take something.
err-register-not-begun = Le registre n’a pas été ouvert.
err-register-begun-twice = Le registre a déjà été ouvert.
hint-register-begun = Il a été laissé tel quel. Indiquez un autre dossier pour un autre registre.
hint-register-begin = Indiquez le dossier d’un registre, ou ouvrez-en un avec : probitas-cli register new
err-register-not-confirmed = Aucune liste de confiance ne nomme toutes les personnes qui ont signé l’autoévaluation.
hint-register-not-confirmed = Vérifiez-la avec une liste de confiance. Seules les autoévaluations confirmées sont inscrites.
err-register-audience = L’autoévaluation est adressée à un autre destinataire : { $names }
err-register-no-audience = L’autoévaluation n’indique pas à qui elle est adressée.
hint-register-audience = Demandez à l’organisation une autoévaluation adressée à votre organisme. Les noms de votre organisme figurent au début du registre.
err-register-already-received = Cette même autoévaluation a déjà été reçue le { $at }; c’est l’inscription { $number }.
hint-register-nothing-to-do = Il ne reste rien à faire.
err-register-other-content = La révision { $revision } a déjà été reçue avec un autre contenu, empreinte { $fingerprint }.
hint-register-other-content = N’utilisez pas ce fichier. Demandez à l’organisation lequel des deux est le bon; une correction porte son propre numéro de révision.
err-register-not-newer = L’autoévaluation est la révision { $revision }, mais la révision { $latest } a déjà été reçue.
hint-register-not-newer = N’utilisez pas ce fichier : c’est la révision la plus récente qui compte.
err-register-other-previous = L’autoévaluation ne corrige pas la révision { $latest }, la plus récente qui a été reçue.
err-register-previous-missing = L’autoévaluation est la révision { $revision }, et aucune révision antérieure n’a été reçue.
err-register-other-submission = L’autoévaluation ne porte pas le même identifiant que la révision qu’elle corrige.
hint-register-previous = Demandez à l’organisation les révisions intermédiaires et inscrivez-les dans leur ordre.
err-register-not-received = Aucune autoévaluation portant cette empreinte ne figure au registre.
hint-register-not-received = Inscrivez d’abord l’autoévaluation avec : probitas-cli verify --register DOSSIER --record
err-register-already-approved = L’approbation manuscrite est déjà consignée; la page a été vue le { $seen }.
err-register-signed = L’administrateur général ou l’administratrice générale a signé l’autoévaluation elle-même; aucune approbation manuscrite n’est donc consignée.
err-register-seen-in-future = Le jour où la page aurait été vue est dans l’avenir.
hint-register-seen-in-future = Indiquez le jour où vous avez vu la page, par exemple 2026-03-31.

# What is wrong with the file of a register.
err-register-format = Ce n’est pas un registre dans un format que cette version de Probitas connaît.
err-register-no-entry = La ligne { $line } du registre n’est pas une inscription telle que Probitas l’écrit.
err-register-digest = La ligne { $line } du registre a été modifiée après son inscription.
err-register-chain = La ligne { $line } du registre ne fait pas suite à la précédente : une ligne a été retirée, ajoutée ou déplacée.
err-register-rule = La ligne { $line } n’aurait jamais dû être inscrite au registre. { $why }
hint-register-damaged = Rien n’a été inscrit. Rétablissez le registre à partir d’une copie et cherchez qui l’a modifié.

# Typing a fingerprint.
err-fingerprint-character = Aucune empreinte ne contient le caractère « { $character } ».
err-fingerprint-length = Une empreinte compte 32 caractères et un caractère de contrôle; { $count } ont été saisis.
err-fingerprint-check = Le caractère de contrôle ne correspond pas : il y a une faute de frappe.
hint-fingerprint = Saisissez l’empreinte telle qu’elle figure sur la page, avec le caractère de contrôle à la fin, par exemple 5NRH-CGNQ-4TR4-80B2-FJMZ-QB1J-YQ45-63XH 3.

# Approval.
approval-signature = Approuvée par la signature de l’administrateur général ou de l’administratrice générale : { $name }, clé { $kid }.
approval-on-paper = Approuvée à la main sur papier; l’organisme a vu la page le { $seen }. Il ne s’agit pas d’une signature électronique.
approval-pending = L’approbation de l’administrateur général ou de l’administratrice générale n’a pas encore été vue.

# Receipts.
receipt-of = { $agency } a reçu le { $at } la révision { $revision } de l’autoévaluation de l’organisation { $organization } pour le cycle { $cycle } (questionnaire { $questionnaire }). Empreinte : { $fingerprint }
receipt-verified = Vérifié : l’accusé de réception n’a pas changé depuis que l’organisme l’a signé.
receipt-entry = Inscription { $number } du registre de l’organisme, empreinte complète { $digest }
receipt-signed-by = Signé par { $name } pour l’organisme le { $at }, selon sa propre horloge, avec la clé { $kid }
receipt-refused = L’accusé de réception n’est pas vérifié :
receipt-written = Accusé de réception : { $file }
receipt-matches = C’est l’accusé de réception de cette autoévaluation : { $file }
err-receipt-format-other = Le fichier n’est pas un accusé de réception dans un format que cette version de Probitas connaît.
err-receipt-unsigned = Personne n’a signé l’accusé de réception.
err-receipt-members = L’accusé de réception n’a pas les membres et les valeurs d’un accusé de réception.
hint-receipt-original = Demandez de nouveau l’accusé de réception à l’organisme, tel qu’il a été produit.
err-receipt-other-submission = L’accusé de réception concerne une autre autoévaluation que celle-ci : { $file }
hint-receipt-other-submission = Comparez les empreintes. Un accusé de réception ne vaut que pour une seule révision.

# At the terminal.
register-begun = Registre ouvert : { $folder }
register-of = Registre de l’organisme suivant : { $names }; inscriptions : { $count }
register-head = Dernière inscription : { $number }, empreinte complète { $digest }
register-open-line = Remarque : la dernière ligne du registre n’a pas de fin. Son inscription est entière et compte.
register-torn-line = Remarque : la dernière ligne du registre est inachevée ({ $bytes } octets) : son écriture a été interrompue. Elle ne compte pas et sera retirée à la prochaine inscription. Ce qu’elle devait contenir doit être inscrit de nouveau.
register-entry-received = { $number }. { $at } : reçue de l’organisation { $organization }, { $cycle }, { $questionnaire }, révision { $revision }
register-entry-fingerprint = { "   " }Empreinte : { $fingerprint }
register-entry-signed = { "   " }Signée par { $name } ({ $role })
register-entry-signatures = { $number }. { $at } : reçue de nouveau, avec d’autres signatures
register-entry-approved = { $number }. { $at } : approbation manuscrite consignée; page vue le { $seen } par { $officer }
register-entry-approval = { "   " }{ $approval }
register-takes = Registre : autoévaluation pas encore reçue; rien ne s’oppose à son inscription.
register-filed = Registre : inscrite sous le numéro { $number } le { $at }.
register-takes-signatures = Elle a été reçue sans une signature que ce fichier contient; rien ne s’oppose à l’inscription de celle-ci.
register-signatures-filed = Les signatures sans lesquelles elle avait été reçue viennent d’être inscrites.
register-refuses = Le registre n’admet pas l’autoévaluation :
register-newer = La révision { $revision } a été reçue depuis, sous le numéro { $number }, et compte à sa place.
register-approval = Registre : reçue sous le numéro { $number } le { $at }.
