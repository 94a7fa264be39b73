//! The integration tests, in one program: linked once, with one portal made ready for all that look at it, and with as many tests
//! at once as there are cores, whichever file they stand in.
//!
//! `cargo test --test integration hosts::` runs those of one file.

mod accept;
mod anchors;
mod behind_figures;
mod cards;
mod citing;
mod copied_files;
mod corpus;
mod data_files;
mod dates;
mod deploy;
mod diff;
mod drawings;
mod editors;
mod edits;
mod embeds;
mod ended;
mod exact;
mod filtered_browser;
mod found;
mod fuzz_smoke;
mod guides;
mod hostile;
mod hostile_files;
mod hosts;
mod house;
mod inert;
mod init;
mod languages;
mod lint;
mod lists_browser;
mod look;
#[path = "../benches/corpus/maker/mod.rs"]
mod maker;
mod new;
mod open_data;
mod paper;
mod papers;
mod per_resident;
#[path = "support/photos.rs"]
mod photos;
mod pictures;
mod portal_browser;
mod preview;
mod publish;
mod readers;
mod rename;
mod search_browser;
mod search_everyone;
mod search_index;
mod search_recovery;
mod search_typing;
mod serve;
mod serve_elsewhere;
mod sheets;
mod sites;
mod speech;
mod strict;
mod support;
mod template_budget;
mod terms;
mod totals_parts;
mod unnamed;
