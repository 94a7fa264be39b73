nav-regions = All our regions
