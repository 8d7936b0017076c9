// Reads JSON bodies and queries strictly: wrong types, unknown members, over-long texts and values
// outside their range are errors with their path, all told at once. Lengths are in letters.
// Texts lose what would show them as something else: control characters become blanks, marks that
// turn the direction of writing go.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/problems.hpp"
#include "dossier/act.hpp"
#include "dossier/intake_rules.hpp"

namespace motcua::api {

using Choices = std::initializer_list<std::string_view>;

class Input {
 public:
  explicit Input(const json::value& value, std::string path = "");

  std::string text(std::string_view name, std::size_t most);
  std::string needed_text(std::string_view name, std::size_t most);
  std::string secret(std::string_view name, std::size_t most);  // as it was sent: a password
  std::string needed_secret(std::string_view name, std::size_t most);
  std::string choice(std::string_view name, Choices choices);  // empty when absent
  std::optional<std::int64_t> integer(std::string_view name, std::int64_t least, std::int64_t most);
  bool flag(std::string_view name);  // false when absent
  std::optional<Date> date(std::string_view name);
  std::optional<Moment> moment(std::string_view name);
  const json::value* object(std::string_view name);           // null when absent or no object
  std::optional<json::value> answers(std::string_view name);  // an object of texts and the like
  const json::array* array(std::string_view name, std::size_t most);
  const json::value* any(std::string_view name);  // marks the member as known

  void wrong(std::string_view name, std::string_view code, Text message);
  void need(std::string_view name);  // it is missing, unless something else is wrong with it
  void take_errors(Input& inner);
  // Errors found, unknown members included, a hundred or so at most. Call last.
  std::vector<PathError> finish();

 private:
  const json::object* object_ = nullptr;
  std::string path_;
  std::vector<std::string> known_;
  std::vector<PathError> errors_;
};

// The query of an address. Names it does not know are left alone, as browsers and caches add some.
class Query {
 public:
  explicit Query(const http::Request& request) : request_(request) {}

  std::string text(std::string_view name, std::size_t most);   // empty when absent
  std::string choice(std::string_view name, Choices choices);  // the first when absent
  std::optional<int> integer(std::string_view name, int least, int most);
  std::optional<Date> needed_date(std::string_view name);
  std::optional<Moment> moment(std::string_view name);

  void wrong(std::string_view name, std::string_view code, Text message);
  std::vector<PathError> finish() { return std::move(errors_); }

 private:
  const http::Request& request_;
  std::vector<PathError> errors_;
};

// Tells of an address no mail can be sent to; an empty one is no fault.
void check_email(Input& input, std::string_view name, std::string_view email);

std::vector<dossier::Mark> read_marks(Input& input);  // of the member "marks"
dossier::Applicant read_applicant(Input& input);
dossier::ActInput read_act_input(const json::value& body, std::vector<PathError>& errors);
dossier::Registration read_registration(const json::value& body, std::vector<PathError>& errors);

}  // namespace motcua::api
