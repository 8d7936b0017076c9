// Work lists and search, answered from the views.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "view/list_row.hpp"

namespace motcua::ports {

enum class ListSort { Due, DueDescending, Received, ReceivedDescending, Code, CodeDescending };
enum class DueBand { Late, Today, ThreeDays, Later, Waiting };

// The bands' borders, in the office's calendar: worked out by the query, not by the store.
struct DueBorders {
  Moment now{};
  Moment end_of_today{};
  Moment end_of_three_days{};
};

struct ListQuery {
  std::optional<std::string> assignee_or_unit;  // one's own work: taken by him, or free in his unit
  std::optional<std::string> unit;
  std::string officer;
  std::optional<DueBand> due;
  std::string search;  // folded words
  std::string procedure;
  std::optional<int> status;
  bool open_only = false;
  ListSort sort = ListSort::Due;
  int page = 1;
  int size = 50;
  DueBorders borders;
};

struct BandCounts {
  int late = 0;
  int today = 0;
  int three_days = 0;
  int later = 0;
  int waiting = 0;
};

struct ListPage {
  std::vector<view::ListRow> rows;
  int total = 0;
  BandCounts counts;  // before the due filter
};

class Lists {
 public:
  virtual ~Lists() = default;
  virtual OrFailure<ListPage> list(const ListQuery& query) = 0;
  // In the order of `codes`; unknown codes are left out.
  virtual OrFailure<std::vector<view::ListRow>> rows_of(const std::vector<std::string>& codes) = 0;
  virtual OrFailure<std::vector<view::ListRow>> received_between(Date from, Date to) = 0;
  // Codes of the dossiers whose result has this number, or an issued paper of this SHA-256 (hex).
  // Dossiers filed from an account for this party, the latest 500 by their codes.
  virtual OrFailure<std::vector<std::string>> held_by(std::string_view party) = 0;
  virtual OrFailure<std::vector<std::string>> with_result_number(std::string_view number) = 0;
  virtual OrFailure<std::vector<std::string>> with_result_paper(std::string_view sha256) = 0;
};

}  // namespace motcua::ports
