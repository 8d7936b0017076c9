// A figure row as one line: members parted by tabs, lists by ';', the parts of an item by ','.
// Moments are Unix seconds; an absent one is empty. In texts, '%' and the separators are escaped.

#include <charconv>

#include "view/figure_row.hpp"

namespace motcua::view {
namespace {

constexpr std::string_view form = "f2";
// Without level and marks, which the next act or `motcua verify --rebuild` brings in.
constexpr std::string_view older_form = "f1";

void put_text(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (const char c : text) {
    const bool plain = static_cast<unsigned char>(c) >= ' ' && c != '%' && c != ';' && c != ',';
    if (plain) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
}

template <class N>
void put_number(std::string& out, N number) {
  char buffer[24];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  out.append(buffer, end);
}

void put_moment(std::string& out, std::optional<Moment> moment) {
  if (moment) put_number(out, to_unix(*moment));
}

void put_lists(std::string& out, const FigureRow& row) {
  for (const auto& p : row.promises) {
    put_moment(out, p.due), out += ',', put_moment(out, p.given_at), out += ',';
    put_number(out, int(p.kind)), out += ';';
  }
  out += '\t';
  for (const auto& s : row.stops) {
    put_number(out, int(s.why)), out += ',', put_number(out, int(s.clock_stands)), out += ',';
    put_moment(out, s.from), out += ',', put_moment(out, s.to), out += ',';
    put_moment(out, s.capped_at), out += ',', put_moment(out, s.due_after_cap), out += ';';
  }
  out += '\t';
  for (const auto& h : row.holdings) {
    put_text(out, h.unit), out += ',', put_moment(out, h.from), out += ',';
    put_moment(out, h.to), out += ',', put_moment(out, h.due), out += ';';
  }
  out += '\t';
  for (const auto& m : row.marks) {
    put_number(out, m.indicator), out += ',', put_number(out, m.points), out += ';';
  }
}

// Reads one member after another; the first thing that does not fit makes the whole line malformed.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : rest_(line) {}

  bool good() const { return good_; }
  bool at_end() const { return rest_.empty(); }
  void fail() { good_ = false; }

  std::string_view part(char separator) {
    const auto end = rest_.find(separator);
    if (end == std::string_view::npos) return std::exchange(rest_, {});
    const auto found = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return found;
  }

  std::string text(char separator) {
    const auto written = part(separator);
    std::string read;
    for (std::size_t i = 0; i < written.size(); ++i) {
      if (written[i] != '%') {
        read += written[i];
        continue;
      }
      unsigned byte = 0;
      const auto* from = written.data() + i + 1;
      const bool whole = i + 2 < written.size();
      if (!whole || std::from_chars(from, from + 2, byte, 16).ptr != from + 2) return fail(), read;
      read += static_cast<char>(byte);
      i += 2;
    }
    return read;
  }

  template <class N = int>
  N number(char separator, N low, N high) {
    const auto written = part(separator);
    N read{};
    const auto* end = written.data() + written.size();
    const auto result = std::from_chars(written.data(), end, read);
    if (result.ec != std::errc{} || result.ptr != end || read < low || read > high) fail();
    return read;
  }

  std::optional<Moment> moment(char separator) {
    if (!rest_.empty() && rest_.front() == separator) return part(separator), std::nullopt;
    if (rest_.empty()) return std::nullopt;
    constexpr std::int64_t three_centuries = 10'000'000'000;
    return from_unix(number<std::int64_t>(separator, -three_centuries, three_centuries));
  }

  Moment some_moment(char separator) {
    const auto read = moment(separator);
    if (!read) fail();
    return read.value_or(Moment{});
  }

 private:
  std::string_view rest_;
  bool good_ = true;
};

// Items of a list, each read by `take`.
template <class Item, class Take>
std::vector<Item> read_list(LineReader& line, char separator, Take take) {
  std::vector<Item> items;
  LineReader list(line.part(separator));
  while (list.good() && !list.at_end()) items.push_back(take(list));
  if (!list.good()) line.fail();
  return items;
}

FigurePromise read_promise(LineReader& list) {
  FigurePromise promise;
  promise.due = list.moment(',');
  promise.given_at = list.some_moment(',');
  promise.kind = static_cast<dossier::PromiseKind>(
      list.number(';', 0, int(dossier::PromiseKind::IntakeCorrection)));
  return promise;
}

FigureStop read_stop(LineReader& list) {
  FigureStop stop;
  stop.why = static_cast<procedure::StopReason>(
      list.number(',', 0, int(procedure::StopReason::OutsideVerification)));
  stop.clock_stands = list.number(',', 0, 1) == 1;
  stop.from = list.some_moment(',');
  stop.to = list.moment(',');
  stop.capped_at = list.moment(',');
  stop.due_after_cap = list.moment(';');
  return stop;
}

FigureHolding read_holding(LineReader& list) {
  FigureHolding holding;
  holding.unit = list.text(',');
  holding.from = list.some_moment(',');
  holding.to = list.moment(',');
  holding.due = list.moment(';');
  return holding;
}

dossier::Mark read_mark(LineReader& list) {
  dossier::Mark mark;
  mark.indicator = list.number(',', 1, dossier::indicators);
  mark.points = list.number(';', 0, dossier::most_points);
  return mark;
}

}  // namespace

std::string write_figure_row(const FigureRow& row) {
  std::string out{form};
  for (const auto* text : {&row.code, &row.procedure, &row.field, &row.case_id}) {
    out += '\t';
    put_text(out, *text);
  }
  out += '\t', put_number(out, row.version);
  out += '\t', put_number(out, int(row.channel));
  out += '\t', put_number(out, int(row.phase));
  for (const auto moment : {std::optional{row.registered_at}, std::optional{row.received_at},
                            row.ended_at, row.handed_over_at}) {
    out += '\t';
    put_moment(out, moment);
  }
  out += '\t', put_number(out, row.supplements);
  out += '\t', put_number(out, row.applicant);
  out += '\t', put_number(out, int(row.actual_time));
  out += '\t', put_number(out, int(row.generated));
  out += '\t', put_number(out, row.level);
  out += '\t', put_number(out, int(row.whole_way));
  out += '\t';
  put_lists(out, row);
  return out;
}

OrFailure<FigureRow> read_figure_row(std::string_view text) {
  constexpr char tab = '\t';
  LineReader line(text);
  const auto written = line.part(tab);
  if (written != form && written != older_form) {
    return malformed("figure row: not of the form " + std::string(form));
  }
  FigureRow row;
  row.code = line.text(tab);
  row.procedure = line.text(tab);
  row.field = line.text(tab);
  row.case_id = line.text(tab);
  row.version = line.number<std::uint64_t>(tab, 0, UINT64_MAX);
  row.channel = static_cast<procedure::Channel>(line.number(tab, 0, int(procedure::Channel::Post)));
  row.phase = static_cast<dossier::Phase>(line.number(tab, 0, int(dossier::Phase::Returned)));
  row.registered_at = line.some_moment(tab);
  row.received_at = line.some_moment(tab);
  row.ended_at = line.moment(tab);
  row.handed_over_at = line.moment(tab);
  row.supplements = line.number(tab, 0, INT32_MAX);
  row.applicant = line.number<std::uint64_t>(tab, 0, UINT64_MAX);
  row.actual_time = line.number(tab, 0, 1) == 1;
  row.generated = line.number(tab, 0, 1) == 1;
  if (written == form) {
    row.level = line.number(tab, 0, 4);
    row.whole_way = line.number(tab, 0, 1) == 1;
  }
  row.promises = read_list<FigurePromise>(line, tab, read_promise);
  row.stops = read_list<FigureStop>(line, tab, read_stop);
  row.holdings = read_list<FigureHolding>(line, tab, read_holding);
  if (written == form) row.marks = read_list<dossier::Mark>(line, tab, read_mark);
  if (!line.good() || !line.at_end()) return malformed("figure row of " + row.code);
  return row;
}

}  // namespace motcua::view
