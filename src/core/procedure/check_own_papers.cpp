// Papers people are sent for although the office has them: what it issues itself, what it holds.
//
// Told by the paper's own issued_by and held_in; and where nothing is told, by a name that is the
// result of another procedure of the office.

#include <algorithm>

#include "procedure/check_parts.hpp"

namespace motcua::procedure {
namespace {

constexpr std::size_t fewest_letters = 12;  // shorter names say too little to be compared

bool is_result(const Paper& paper, const OfficeResult& other) {
  const std::string asked = fold(paper.name.vi);
  const std::string given = fold(other.result.vi);
  return given.size() >= fewest_letters && asked.find(given) != std::string::npos;
}

void warn_issued(Checking& checking, const Paper& paper, const OfficeResult& by) {
  checking.warn("paper-issued-by-office",
                {"“" + paper.name.vi + "” là kết quả của thủ tục “" + by.name.vi +
                     "” mà chính cơ quan cấp; không cần đòi",
                 "“" + paper.name.in(Language::English) + "” is the result of “" +
                     by.name.in(Language::English) +
                     "”, which the office issues itself; it need not be asked for"},
                procedure_file, paper.id);
}

}  // namespace

void check_own_papers(Checking& checking, std::span<const OfficeResult> results) {
  for (const Paper& paper : checking.version().papers) {
    if (!paper.held_in.empty()) {
      checking.warn(
          "paper-held-by-office",
          {"“" + paper.name.vi + "” đã có trong " + paper.held_in + " của cơ quan",
           "“" + paper.name.in(Language::English) + "” is in " + paper.held_in + " of the office"},
          procedure_file, paper.id);
      continue;
    }
    const auto by = std::ranges::find_if(results, [&](const OfficeResult& other) {
      return paper.issued_by.empty() ? is_result(paper, other) : other.procedure == paper.issued_by;
    });
    if (by != results.end()) warn_issued(checking, paper, *by);
  }
}

}  // namespace motcua::procedure
