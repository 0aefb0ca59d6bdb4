launch-help =
    Probitas : l’autoévaluation sur les valeurs et l’éthique.

    Utilisation : probitas [OPTIONS] [ÉBAUCHE]

      ÉBAUCHE            l’ébauche à ouvrir, un fichier dont le nom se termine
                         par .probitas

      --language en|fr   langue de la fenêtre; sinon celle du système
      --renderer NOM     moteur d’affichage, pour le cas où la fenêtre reste vide
                         ou ne s’ouvre pas. Au choix : { $renderers }
      -h, --help         afficher cette aide
      -V, --version      afficher la version

    Le même travail dans un terminal : probitas-cli help

    Codes de sortie : 0 tout est bon, 1 aucune fenêtre ne peut s’ouvrir, 2 la ligne
    de commande est incorrecte.
hint-launch-usage = Voir : probitas --help
launch-trying = La fenêtre n’a pas pu être affichée. Nouvel essai avec le moteur d’affichage suivant : { $renderer }
err-not-drawn = Probitas ne peut pas afficher sa fenêtre ici. Moteurs d’affichage essayés : { $renderers }.
hint-not-drawn = Mettez à jour le pilote de la carte graphique, ou lancez Probitas sur l’ordinateur lui-même plutôt que par une connexion à distance. Dans un terminal, probitas-cli fait le même travail.
