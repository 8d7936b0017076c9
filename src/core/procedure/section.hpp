// One table of a TOML file being read: takes its keys one by one and reports what is missing, of
// the wrong kind or unknown, with its line.
#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/term.hpp"
#include "procedure/problem.hpp"
#include "procedure/toml_tree.hpp"

namespace motcua::procedure {

class Section {
 public:
  Section(const TomlValue& table, std::string file, Problems& problems)
      : table_(table), file_(std::move(file)), problems_(problems) {}

  int line() const { return table_.line; }
  int line(std::string_view key) const;  // of the key; of the table when it is absent

  std::string text(std::string_view key);  // must be there
  std::string text_or(std::string_view key, std::string_view otherwise);
  bool truth(std::string_view key);                       // absent: false
  int number(std::string_view key, int least, int most);  // absent: `least`
  std::optional<Date> date(std::string_view key);
  std::vector<std::string> texts(std::string_view key);  // absent: empty
  // A term as calendar/term.hpp reads it; "none" is no term.
  std::optional<calendar::Term> term(std::string_view key);
  const TomlValue* table(std::string_view key);                // nullptr when absent
  std::vector<const TomlValue*> tables(std::string_view key);  // [[key]]
  std::vector<std::string> keys() const;

  void report(int line, std::string code, Text what);
  void report_unknown_keys();  // every key nobody asked for

 private:
  const TomlValue* take(std::string_view key);
  template <class T>
  const T* take_as(std::string_view key, const Text& kind);

  const TomlValue& table_;
  std::string file_;
  Problems& problems_;
  std::set<std::string, std::less<>> taken_;
};

}  // namespace motcua::procedure
