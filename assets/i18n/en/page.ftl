page-languages = Languages
page-own-name = English
page-not-of-a-draft = No page in HTML or Markdown is written: a page is published, and the answers are not ready for that.
err-page-marked = The draft is marked “{ $marking }”. A page is made to be published and bears no marking.
hint-page-marked = Nothing was written. If the answers may be published as they are, add --without-marking.
