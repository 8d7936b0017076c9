// Feeds a schema and a value, both hostile, to the validator: the first line of the input is the
// schema, the rest the value.
//
// Checked beside the sanitizers and the time limit: compiling says a fault with words, validating
// keeps its limits, and the same question has the same answer.
#include <boost/json/src.hpp>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "schema/schema.hpp"

namespace {

using namespace motcua;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_words(const Rejection& reason) {
  require(!reason.message(Language::Vietnamese).empty());
  require(!reason.message(Language::English).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(input), size);
  const auto end = std::min(text.find('\n'), text.size());
  const auto document = read_json(text.substr(0, end));
  const auto value = read_json(text.substr(std::min(end + 1, text.size())));
  if (!document || !value) return 0;
  schema::CompileOptions options;
  options.formats = schema::Formats::Assert;
  const auto compiled = schema::compile(*document, options);
  if (!compiled) {
    check_words(compiled.error().reason);
    return 0;
  }
  schema::Limits limits;
  limits.most_steps = 20'000;
  limits.most_depth = 100;
  limits.most_faults = 10;
  const auto verdict = schema::validate(*compiled, *value, limits);
  require(verdict.faults.size() <= limits.most_faults);
  for (const auto& fault : verdict.faults) {
    check_words(fault.reason);
    json::error_code error;
    require(value->find_pointer(fault.path, error) != nullptr);
  }
  require(schema::validate(*compiled, *value, limits).faults.size() == verdict.faults.size());
  return 0;
}
