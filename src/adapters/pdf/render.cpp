#include "pdf/render.hpp"

#include <algorithm>

#include "pdf/papers.hpp"
#include "pdf/typeface.hpp"

namespace motcua::pdf {

namespace {

// Pages a slip takes when each of its copies fits on one.
int fewest_pages(const document::Slip& slip) {
  const auto* receipt = std::get_if<document::Receipt>(&slip);
  return receipt == nullptr ? 1 : std::max(1, static_cast<int>(receipt->copies.size()));
}

Sheet set_in(const document::Slip& slip, const Frame& frame) {
  return std::visit([&](const auto& paper) { return set_paper(paper, frame); }, slip);
}

}  // namespace

Printed print(const document::Slip& slip) {
  Sheet usual = set_in(slip, a5_slip());
  if (usual.pages() <= fewest_pages(slip)) return usual.finish();
  Sheet tight = set_in(slip, a5_slip_tight());
  return tight.pages() < usual.pages() ? tight.finish() : usual.finish();
}

std::string render_pdf(const document::Slip& slip) { return print(slip).pdf; }

std::string render_pdf(const document::Register& follow_up_register) {
  return print(follow_up_register).pdf;
}

std::string render_pdf(const document::ReportTable& table) { return print(std::vector{table}).pdf; }

std::string render_pdf(const std::vector<document::ReportTable>& tables) {
  return print(tables).pdf;
}

OrFailure<Nothing> check_fonts() {
  if (typeface_is_installed()) return Nothing{};
  return Unexpected{Failure{FailureKind::Unavailable,
                            std::string{"the typeface "} + typeface_name +
                                " is not installed (Debian package fonts-croscore)",
                            false}};
}

}  // namespace motcua::pdf
