// What an authority matrix says, in words: cells of its table, names of its columns, sources.
//
// Codes ("division-head") are called what the questions of the procedures it decides call them;
// what no form names stays as it is written. Keys of sources (docs/law) become words, and what
// nobody has checked ("chưa kiểm chứng", NOT FOUND) is told apart, never hidden.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "authority/matrix.hpp"
#include "base/text.hpp"
#include "procedure/catalogue.hpp"

namespace motcua::queries {

struct SourceInWords {
  Text words;
  bool checked = true;  // nothing in it is unverified or was not found
};
SourceInWords source_in_words(std::string_view basis);

class MatrixWords {
 public:
  MatrixWords(const authority::Matrix& matrix, const procedure::Catalogue& catalogue);

  Text column(const dmn::InputClause& input) const;
  // Of the unary tests of one cell: "<= 5" is "không quá 5", "-" is empty.
  Text cell(std::string_view tests) const;

 private:
  Text one(std::string_view test) const;

  const authority::Matrix& matrix_;
  std::map<std::string, Text, std::less<>> values_;     // of the questions' choices
  std::map<std::string, Text, std::less<>> questions_;  // "trip.funding" -> label
};

}  // namespace motcua::queries
