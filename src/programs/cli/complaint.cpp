#include "cli/complaint.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <ostream>

#include "base/json.hpp"

namespace motcua::cli {
namespace {

constexpr int exit_could_not = 1;
constexpr int exit_bad_input = 2;

std::string_view code_of(FailureKind kind) {
  switch (kind) {
    case FailureKind::Malformed:
      return "malformed";
    case FailureKind::NotFound:
      return "not-found";
    case FailureKind::Storage:
      return "storage";
    case FailureKind::Busy:
      return "busy";
    case FailureKind::Unavailable:
      return "unavailable";
  }
  return "";
}

void write(std::string_view code, const Text& message, std::ostream& err) {
  err << write_json(json::object{{"code", code},
                                 {"message", json::object{{"vi", message.vi}, {"en", message.en}}}})
      << "\n";
}

}  // namespace

std::string with_hyphens(std::string_view code) {
  std::string hyphenated(code);
  std::replace(hyphenated.begin(), hyphenated.end(), '_', '-');
  return hyphenated;
}

int Complaint::refuse(const Rejection& rejection, std::ostream& err) const {
  if (json) {
    write(with_hyphens(rejection.code()),
          {rejection.message(Language::Vietnamese), rejection.message(Language::English)}, err);
  } else {
    err << "motcua: " << rejection.message(language) << "\n";
  }
  return exit_bad_input;
}

int Complaint::fail(const Failure& failure, std::ostream& err) const {
  if (json) {
    write(code_of(failure.kind), {failure.what, failure.what}, err);
  } else {
    err << "motcua: " << failure.what << "\n";
  }
  return failure.kind == FailureKind::Malformed ? exit_bad_input : exit_could_not;
}

}  // namespace motcua::cli
