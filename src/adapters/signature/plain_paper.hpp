// A PDF written object by object, for tests that need to know every number, and for the seeds of
// the fuzz target; not part of the product.
#pragma once

#include <string>
#include <vector>

#include "signature/incremental_update.hpp"

namespace motcua::signature::sample {

// Object n has the n-th body; 1 is the catalogue.
inline std::string pdf_of(const std::vector<std::string>& bodies) {
  std::string pdf = "%PDF-1.7\n";
  std::string table;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + bodies[i] + "\nendobj\n";
  }
  const auto section = pdf.size();
  const auto size = std::to_string(bodies.size() + 1);
  pdf += "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer\n<</Size " + size +
         " /Root 1 0 R>>\nstartxref\n" + std::to_string(section) + "\n%%EOF\n";
  return pdf;
}

inline std::string stream_of(const std::string& content, const std::string& entries = {}) {
  return "<<" + entries + " /Length " + std::to_string(content.size()) + ">>\nstream\n" + content +
         "\nendstream";
}

// Catalogue 1, pages 2, page 3, its content 4, its typeface 5.
inline std::vector<std::string> plain_bodies(const std::string& catalogue = {},
                                             const std::string& page = {}) {
  return {"<</Type /Catalog /Pages 2 0 R " + catalogue + ">>",
          "<</Type /Pages /Count 1 /Kids [3 0 R]>>",
          "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
          "/Resources <</Font <</F 5 0 R>>>> " +
              page + ">>",
          stream_of("BT /F 24 Tf 72 700 Td (Dong y chi 100 trieu dong) Tj ET"),
          "<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>>"};
}
inline std::string plain_paper() { return pdf_of(plain_bodies()); }

// What an editor, or an attacker, does to a file that is signed already.
inline std::string updated(const std::string& pdf,
                           const std::vector<std::pair<int, std::string>>& objects,
                           const std::string& root = "1 0 R") {
  constexpr int beyond_all = 1000;
  IncrementalUpdate update(pdf, *find_end(pdf), beyond_all, "/Root " + root);
  for (const auto& [number, body] : objects) update.put({number, 0}, body);
  return std::move(update).finish().pdf;
}

}  // namespace motcua::signature::sample
