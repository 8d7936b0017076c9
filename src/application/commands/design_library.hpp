// Every version there is as the texts it was made of: those the program brings, and those the
// office published itself. What designers begin from, compare with and read.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "authority/matrix.hpp"
#include "base/failure.hpp"
#include "design/event.hpp"
#include "procedure/catalogue.hpp"

namespace motcua::commands {

struct Library {
  std::map<std::pair<design::Subject, int>, procedure::Files> versions;
  procedure::Files lists;        // of the office and shared ones, by their place among Files
  bool samples_offered = false;  // demonstrations only

  const procedure::Files* find(const design::Subject& subject, int number) const;
  std::set<int> numbers(const design::Subject& subject) const;
};

// "procedures/official-travel/v3", "authority/travel/v1"
std::string folder_of(const design::Subject& subject, int number);

// Every procedure of the library. Malformed when one of them cannot be read.
OrFailure<procedure::Catalogue> catalogue_of(const Library& library);
// Every matrix of it, likewise.
OrFailure<authority::Matrices> matrices_of(const Library& library);

// Of the files of a version, with the library's lists beside them.
procedure::Files with_lists(const Library& library, const procedure::Files& files);

}  // namespace motcua::commands
