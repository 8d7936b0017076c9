// Cells: stable names of the report's numbers, and the test of what a number counts.
//
//   official:3:all, official:10:official-travel, official:4:field.doi-ngoai
//   honest:first:denominator, honest:current:open      published:numerator
//   honest:current:rescued-by-apology                  terms:official-travel:longer
//   level:all:whole-way, level:official-travel:3
//   rating:all:satisfied, rating:abtc:rated
//   memo:waiting-supplement   month:2017-03:kept   age:2   held:division:late   generated
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "report/held.hpp"

namespace motcua::report {

// Columns 3 to 13 of form II.06a.
inline constexpr int first_column = 3;
inline constexpr int last_column = 13;
bool is_in_column(const Reading& reading, int column);

// Received in the period with a date: what the comparison of terms is about.
bool is_promised_in_period(const Reading& reading, const PackedRow& row);

std::string_view memo_name(Memo memo);            // "waiting-supplement"
std::string_view verdict_name(Verdict verdict);   // "settled-late"; "kept"
std::string_view published_name(Published kind);  // "on-time"
std::string_view rescue_name(Rescue rescue);      // "rescued-by-apology"

std::string official_cell(int column, std::string_view key);
std::string honest_cell(bool by_first, std::string_view item);
std::string published_cell(std::string_view item);
std::string memo_cell(Memo memo);
std::string month_cell(Date month, std::string_view item);
std::string age_cell(std::size_t band);
std::string terms_cell(std::string_view procedure, std::string_view item);
std::string level_cell(std::string_view procedure, std::string_view item);  // "all" for all
std::string rating_cell(std::string_view procedure, std::string_view item);
std::string held_cell(std::string_view unit, std::string_view item);
inline constexpr std::string_view generated_cell = "generated";

// Key of a field's row: "field." and the folded name with hyphens.
std::string field_key(std::string_view field);

// Whether the dossier at the index is among those a cell counts.
using CellTest = std::function<bool(const Reading&, std::uint32_t index)>;

// Nothing when `cell` names no number of the report.
std::optional<CellTest> test_of(std::string_view cell, const Reader& reader,
                                const WorkingTime& working_time);

}  // namespace motcua::report
