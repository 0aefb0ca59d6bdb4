launch-help =
    Probitas : l’autoévaluation des valeurs et de l’éthique.

    Utilisation : probitas [OPTIONS] [ÉBAUCHE]

      ÉBAUCHE            une ébauche à ouvrir, un fichier qui finit par .probitas

      --language en|fr   langue de la fenêtre; sinon celle du système
      --renderer NOM     façon de dessiner la fenêtre, pour le cas où elle reste
                         vide ou ne s’ouvre pas. Au choix : { $renderers }
      -h, --help         afficher cette aide
      -V, --version      afficher la version

    Le même travail dans un terminal : probitas-cli help

    Codes de sortie : 0 réussite, 1 aucune fenêtre ne peut s’ouvrir, 2 utilisation.
hint-launch-usage = Voir : probitas --help
launch-trying = La fenêtre n’a pas pu être dessinée. Nouvel essai avec : { $renderer }
err-not-drawn = Probitas ne peut pas dessiner sa fenêtre ici. Essais faits : { $renderers }.
hint-not-drawn = Mettez à jour le pilote de la carte graphique, ou lancez Probitas sur l’ordinateur lui-même plutôt que par une connexion à distance. Dans un terminal, probitas-cli fait le même travail.
