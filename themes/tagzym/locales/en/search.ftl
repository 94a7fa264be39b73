# The search.

search-title = Search
search-label = School, village, name…
search-submit = Search
search-suggestions = Matching names
search-results = Search results
search-found = Found
search-none = Nothing found.
search-loading = Searching…
search-failed = The search did not go through: you seem to be offline.
search-broken = The search did not go through because of an error on the site. Please try again a little later.
search-again = Try again
search-meant = Did you mean:
search-all = All
search-kinds-label = Results by kind
search-hint = Type a name in any of the portal’s languages, in Cyrillic or Latin letters: the beginning of a word is enough, and a typo does no harm.
search-no-script = To search, turn on JavaScript in your browser. Every record can also be reached through the links below.
search-try = You could try:
search-try-fewer = fewer words;
search-try-other = other words or another language;
search-try-beginning = only the beginning of a word.
search-kind =
    { $kind ->
        [region] Region
        [district] District or city
        [direction] Direction
        [object] Kind of help
        [year] Year
        [patron] Patron
        [award] Award
        [project] Project
        [news] News
       *[page] Page
    }
search-kinds =
    { $kind ->
        [region] Regions
        [district] Districts and cities
        [direction] Directions
        [object] Kinds of help
        [year] Years
        [patron] Patrons
        [award] Awards
        [project] Projects
        [news] News
       *[page] Pages
    }
