# The search.

search-title = Search
search-label = School, village, patron…
search-submit = Search
search-suggestions = Matching names
search-results = Search results
search-found = Found
search-none = Nothing was found.
search-loading = Searching…
search-failed = The search could not be loaded: you may be offline.
search-again = Try again
search-meant = Did you mean:
search-all = Everything
search-kinds-label = What to look for
search-hint = Write a name in any language and any alphabet: part of a word will do, and so will a word with a typo.
search-no-script = The search needs JavaScript to be on in your browser. All records can be reached by the links below.
search-try = You could try:
search-try-fewer = using fewer words;
search-try-other = using other words, or another language;
search-try-beginning = writing only the beginning of a word.
search-kind =
    { $kind ->
        [region] Region
        [district] District or city
        [direction] Direction
        [object] Kind of object
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
        [object] Kinds of object
        [year] Years
        [patron] Patrons
        [award] Awards
        [project] Projects
        [news] News
       *[page] Pages
    }
