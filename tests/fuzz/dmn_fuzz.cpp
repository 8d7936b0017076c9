// Feeds hostile DMN to the compiler of models and asks what compiles for every decision.
//
// Checked beside the sanitizers and the time limit: a refusal and a fault have a place and words.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "dmn/model.hpp"

namespace {

using namespace motcua;

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const std::vector<dmn::ImportError>& faults) {
  for (const auto& fault : faults) {
    require(fault.line >= 1 && !fault.what.vi.empty() && !fault.what.en.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(input), size);
  const auto model = dmn::Model::compile(text);
  if (!model) {
    require(!model.error().empty());
    check(model.error());
    return 0;
  }
  check(model->faults());
  const feel::Context inputs{{"x", feel::Value(3)}, {"name", feel::Value("An")}};
  for (const auto& decision : model->decisions()) (void)model->evaluate({decision, inputs});
  return 0;
}
