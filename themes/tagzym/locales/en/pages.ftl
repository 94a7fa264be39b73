# The words of single pages.

year-title = { $year }

home-districts = Find your district
home-scope = The region: its districts and its figures
home-delivered = { -scope.is ->
   *[country] Delivered across Kazakhstan
    [region] Delivered { -scope-in }
    [name] Delivered: { -scope }
}
home-directions = Directions of the campaign
home-newest = Recent projects
home-news = Recent news
all-projects = All projects
all-news = All news
all-regions = All regions
all-totals = All totals
projects-all =
    { $count ->
        [one] { $count } project
       *[other] All { $count } projects
    }
names = Names
givers-more = and { $count } more
largest-patrons = Patrons who have given most
newest-first = Newest first.
no-projects = No projects on record yet.
no-patrons = No patron has been named yet.
no-awards = No awards on record yet.
no-news = No news yet.

regions-today = Regions today
regions-former = Former regions
region-former-notice = This is a former region
region-last-day = last day as a region:
region-former-hint = Help is recorded within the borders of the day it was given and is not credited to any other region.
region-delivered = Delivered { $inside }
region-first-page = Back to the top of the region’s page
region-former-name = Former name
region-centre = Administrative centre
region-population = Population
region-since = A region of its own
region-until = Last day as a region
region-formed-on = a region of its own { $since }
region-predecessors = Preceded by
region-split-from = Formerly part of
region-successors = Successor regions
region-split-off = Regions split off from it
region-iso = ISO 3166-2 code
region-kato = KATO code
region-share = Share of the grand total
region-given = Delivered by patrons from here
region-given-pledged = Pledged by patrons from here
region-projects = Projects in the region
region-patrons = Patrons from here
region-rank = Rank by amount among { $of } regions
region-districts = Districts and cities
region-about = About the region
region-about-inside = History, place on the map, codes
region-no-records = No contributions to this region are on record yet. That does not mean that nobody has helped there.
district-share = Share of the region’s total
district-projects = Projects in the district or city
region-other-districts = Districts and cities with projects, but no contributions on record:
source = Source:

project-status =
    { $status ->
        [planned] Planned
        [under-way] Under way
        [cancelled] Cancelled
       *[completed] Completed
    }
project-under-way-since = Under way { $since }
project-begun = since
project-about = About the project
project-status-label = Status
project-started = Start date
project-completed = Completion date
project-cancelled = This project was cancelled:
project-beneficiaries = How many people it serves
project-location = Coordinates
project-related = Other projects in the region

# Over the pictures of a project, a news item or a page.
gallery = Photographs

contribution-date = Date
contribution-givers = Patron
contribution-target = What for
contribution-in-kind = In kind
contribution-place = Where
contribution-joint = joint gift
contribution-unkept =
    { $status ->
        [withdrawn] withdrawn
       *[void] project cancelled
    }
unkept-title = Pledges that were not honoured
unkept-hint = They are not included in any total.
other-contributions = Help outside projects
anonymous-patron =
    { $kind ->
        [person] Individual (name withheld)
        [company] Company (name withheld)
        [fund] Fund (name withheld)
        [association] Association (name withheld)
       *[group] Group (names withheld)
    }

patrons-hint = The amount is what a patron delivered alone; joint gifts are counted separately.
patrons-caption = Patrons: kind, region, delivered alone, joint gifts, projects
patrons-others = Not in the list
patron-kind =
    { $kind ->
        [person] Individual
        [company] Company
        [fund] Fund
        [association] Association
       *[group] Group
    }
patron-kind-label = Kind of patron
patron-joint-contributions = Joint gifts
patron-alone = Delivered alone
patron-joint = Delivered together with others
patron-joint-pledged = Pledged together with others
patron-joint-hint = Joint gifts are not part of the patron’s own total.
patron-contributions = Contributions made alone
patron-since = Giving since
patron-former-names = Former names
patron-name-until = until
patron-members = Members
patron-site = Website
patron-first-page = Back to the top of the patron’s page

award-date = Date
award-event = Event
award-recipients = Laureates

object-parent = Part of:
object-children = Kinds included
object-children-hint = These amounts are included in the total for this kind.

year-before = Previous year with contributions:
year-after = Next year with contributions:
year-projects =
    { $status ->
        [both] Projects that received help in that year or were promised it
        [pledged] Projects promised help for that year
       *[delivered] Projects that received help in that year
    }

news-awards = Awards presented at this event

year-region = Years and regions
year-direction = Years and directions
cross-hint = Amounts delivered in millions of tenge, rounded. A dash means that no help delivered is on record.
by-patron-caption = By patron: amount, contributions and patrons
by-patron-who = Who gave
givers =
    { $kind ->
        [named] Named patrons, each alone
        [anonymous] Patrons whose names are withheld
       *[joint] Several patrons together
    }

## Filters of the long lists
filter-title = Filters
filter-facet =
    { $facet ->
        [region] { axis-region }
        [district] { axis-district }
        [direction] { axis-direction }
        [kind]
            { $list ->
                [projects] { axis-object }
               *[patrons] { patron-kind-label }
            }
        [status]
            { $list ->
                [projects] { project-status-label }
               *[patrons] Help
            }
       *[year] { axis-year }
    }
filter-from = Amount from
filter-below = Amount up to
filter-any = Any
filter-order = Sort
filter-order-by =
    { $by ->
        [date] Newest first
        [amount] Largest amount first
       *[name] Alphabetically
    }
filter-clear = Clear filters
filter-found = Found
filter-delivered =
    { $list ->
        [projects] delivered to them in total
       *[patrons] delivered by them alone
    }
filter-pledged = pledged
filter-show = Show { $count }
filter-chosen = Chosen conditions
filter-remove = Remove
filter-csv = Download this list (CSV)
filter-column =
    { $column ->
        [id] ID
        [title] Name
        [url] Address of the page
        [region] { axis-region }
        [district] { axis-district }
        [direction] { axis-direction }
        [object] { axis-object }
        [status]
            { $list ->
                [projects] { project-status-label }
               *[patrons] Kind of patron
            }
        [date] Date
        [delivered]
            { $list ->
                [projects] { total-delivered }, ₸
               *[patrons] { patron-alone }, ₸
            }
        [pledged] { total-pledged }, ₸
        [joint] { patron-joint }, ₸
        [jointPledged] { patron-joint-pledged }, ₸
        [jointCount] { patron-joint-contributions }
        [projects] { listed-projects }
       *[sample] Sample
    }
filter-years-hint = Amounts delivered are for the chosen years; everything else is for all years.
filter-more = Show more
filter-none = Nothing matches. Remove one of the conditions.
filter-failed = The filter did not load. The whole list is below; try reloading the page.
filter-elsewhere = Back to the top of the list and the filters
list-ways = Other ways to divide the list

# Said where nothing is recorded yet.
no-years = No years on record yet.
map-without-records = Amounts will appear here with the first records. You can open a region’s page from the map.
meanwhile = What you can already see
meanwhile-text = { $key ->
    [regions] A page for each region: how its borders have changed and what officials have reported about it.
    [totals] What has been officially reported and how the portal works out its totals.
   *[news] News and events of the campaign.
}

directions-title = All directions
objects-title = All kinds of help
objects-hint = The total for each kind includes its narrower kinds. Kinds with no records yet are shown faintly.
object-no-records = There are no records of this kind of help yet.

# Opens what is folded away on a narrow screen.
unfold = Open
