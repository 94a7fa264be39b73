nav-years = Every year
