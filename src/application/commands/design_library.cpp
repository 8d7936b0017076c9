#include "commands/design_library.hpp"

#include "procedure/version_file.hpp"

namespace motcua::commands {

const procedure::Files* Library::find(const design::Subject& subject, int number) const {
  const auto found = versions.find({subject, number});
  return found == versions.end() ? nullptr : &found->second;
}

std::set<int> Library::numbers(const design::Subject& subject) const {
  std::set<int> numbers;
  for (const auto& [key, files] : versions) {
    if (key.first == subject) numbers.insert(key.second);
  }
  return numbers;
}

std::string folder_of(const design::Subject& subject, int number) {
  const std::string kind = subject.kind == design::Kind::Procedure ? "procedures/" : "authority/";
  return kind + subject.id + "/v" + std::to_string(number);
}

procedure::Files with_lists(const Library& library, const procedure::Files& files) {
  procedure::Files all = files;
  all.insert(library.lists.begin(), library.lists.end());
  return all;
}

namespace {

std::string first_problem(const std::pair<design::Subject, int>& of,
                          const procedure::Problems& problems) {
  const auto& problem = problems.front();
  return folder_of(of.first, of.second) + "/" + problem.file + ":" + std::to_string(problem.line) +
         ": " + problem.what.en;
}

}  // namespace

OrFailure<procedure::Catalogue> catalogue_of(const Library& library) {
  std::vector<procedure::Version> versions;
  for (const auto& [key, files] : library.versions) {
    if (key.first.kind != design::Kind::Procedure) continue;
    auto version = procedure::read_version(with_lists(library, files));
    if (!version) return malformed(first_problem(key, version.error()));
    if (version->sample && !library.samples_offered) version->open_for_applications = false;
    versions.push_back(std::move(*version));
  }
  return procedure::Catalogue(std::move(versions));
}

OrFailure<authority::Matrices> matrices_of(const Library& library) {
  std::vector<authority::Matrix> versions;
  for (const auto& [key, files] : library.versions) {
    if (key.first.kind != design::Kind::Matrix) continue;
    auto matrix = authority::read_matrix(files);
    if (!matrix) return malformed(first_problem(key, matrix.error()));
    versions.push_back(std::move(*matrix));
  }
  return authority::Matrices(std::move(versions));
}

}  // namespace motcua::commands
