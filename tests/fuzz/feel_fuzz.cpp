// Feeds hostile text to the compiler of FEEL, as an expression and as the cell of a decision table,
// and evaluates what compiles under small limits.
//
// Checked beside the time limit: a refusal has words and a place inside the text, and what comes
// out can be written.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "feel/expression.hpp"

namespace {

using namespace motcua;

void require(bool holds) {
  if (!holds) std::abort();
}

feel::Run small_run(std::vector<feel::EvaluationError>& errors) {
  feel::Run run;
  run.errors = &errors;
  run.steps = 100'000;
  run.parts = 200'000;
  return run;
}

void check_refusal(const feel::SyntaxError& error, std::string_view text) {
  require(error.offset <= text.size());
  require(!error.what.vi.empty() && !error.what.en.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(input), size);
  const feel::Context variables{
      {"a", feel::Value(3)}, {"b", feel::Value("abc")}, {"list", feel::Value(feel::List{1, 2, 3})}};
  std::vector<feel::EvaluationError> errors;
  if (const auto expression = feel::Expression::compile(text)) {
    feel::Run run = small_run(errors);
    const auto value = expression->evaluate(variables, run);
    require(!feel::write(value).empty());
  } else {
    check_refusal(expression.error(), text);
  }
  if (const auto tests = feel::UnaryTests::compile(text)) {
    feel::Run run = small_run(errors);
    (void)tests->test(feel::Value(3), variables, run);
  } else {
    check_refusal(tests.error(), text);
  }
  return 0;
}
