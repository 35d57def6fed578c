//! What holds of the program as a whole: the walls between its modules, its laws, the links of a finished site, its
//! commands and its documents. One binary, so that the program is linked once.

mod addresses;
mod aliases;
mod architecture;
mod begin;
mod books;
mod both_languages;
mod chart_docs;
mod cite;
mod codes;
mod commands;
mod compared;
mod crates;
mod docs;
mod doubts;
mod epub;
#[cfg(feature = "external")]
mod external;
mod figure_pages;
mod findings;
mod foreseen;
mod from_files;
mod fuzz;
mod golden;
mod growth_targets;
mod imports;
mod intake;
mod key_numbers;
mod kinds;
mod last_year;
mod laws;
mod ledger;
mod lexicon;
mod limits;
mod linked_data;
mod links;
mod messages;
mod offline;
mod old_links;
mod one_file;
mod operator;
mod promises;
mod publisher;
mod publishing;
#[cfg(feature = "docx")]
mod quick_start;
mod reading;
mod reimport;
mod rooms;
mod row_words;
mod rules;
mod seen;
mod series;
mod shards;
mod share;
mod tables;
mod terms;
mod theme;
mod theme_docs;
mod topics;
mod unchanged;
mod why;
mod words;

mod cases;
mod code;
mod desk;
mod difference;
mod document;
mod edits;
mod page;
mod release;
mod reports;
mod site;
#[cfg(feature = "external")]
mod web_server;
