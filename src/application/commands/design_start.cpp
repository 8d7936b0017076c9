// The designers' desk at start: the book folded, the folders held against it, the world told.

#include "commands/design_check.hpp"
#include "commands/design_desk.hpp"
#include "procedure/version_file.hpp"

namespace motcua::commands {
namespace {

using Expected = std::map<std::string, procedure::Files>;

// What the book says each folder of the office holds.
Expected expected_folders(const std::vector<DraftSnapshot>& drafts,
                          const std::vector<ProposalSnapshot>& proposals) {
  Expected folders;
  for (const auto& draft : drafts) {
    if (draft->state != design::DraftState::Published) continue;
    auto& files = folders[folder_of(draft->published.subject, draft->published.number)];
    files = draft->files;
    files[std::string(procedure::digest_file)] = draft->published.digest + "\n";
  }
  for (const auto& proposal : proposals) {
    for (const auto& one : proposal->abolished) {
      folders[folder_of({design::Kind::Procedure, one.procedure}, one.number)]
             [std::string(abolition_file)] = abolition_text(one);
    }
  }
  return folders;
}

Unexpected<Failure> folder_differs(const std::string& folder, const std::string& what) {
  return Unexpected{Failure{FailureKind::Storage,
                            "the data folder's " + folder + " " + what +
                                "; a published version never changes: put the folder back as it "
                                "was, or remove it and it is written anew from the book of designs",
                            false}};
}

// Nothing where the folder is as it should be; otherwise what is missing in it.
OrFailure<procedure::Files> missing_in(const std::string& folder, const procedure::Files& expected,
                                       const procedure::Files& found) {
  procedure::Files missing;
  for (const auto& [name, text] : expected) {
    const auto file = found.find(name);
    if (file == found.end() && name == abolition_file) {
      missing.emplace(name, text);
    } else if (file == found.end()) {
      return folder_differs(folder, "lacks " + name + " since it was published");
    } else if (file->second != text) {
      return folder_differs(folder, "has a " + name + " that was changed since it was published");
    }
  }
  for (const auto& [name, text] : found) {
    if (!expected.contains(name))
      return folder_differs(folder, "has a " + name + " nobody published");
  }
  return missing;
}

OrFailure<Nothing> mend(ports::VersionFolders& folders, const std::string& folder,
                        const procedure::Files& missing, bool whole) {
  const bool published = missing.contains(std::string(procedure::digest_file));
  if (whole && published) {
    if (auto prepared = folders.prepare(folder, missing); !prepared) return prepared;
    return folders.put(folder);
  }
  for (const auto& [name, text] : missing) {
    if (auto put = folders.put_file(folder, name, text); !put) return put;
  }
  return Nothing{};
}

}  // namespace

OrFailure<Nothing> DesignDesk::fold_book() {
  std::optional<Failure> broken;
  const auto read = uses_.book.each_design_record([&](const ports::StoredDesignRecord& stored) {
    const auto taken = take(stored.record, stored.sequence);
    if (!taken) broken = taken.error();
    chain_ = stored.chain;
    return taken.ok();
  });
  if (!read) return read;
  if (broken) return Unexpected{*broken};
  return Nothing{};
}

OrFailure<Nothing> DesignDesk::hold_folders(Folders folders) {
  const auto expected = expected_folders(drafts(), proposals());
  const auto there = uses_.folders.list();
  if (!there) return Unexpected{there.error()};
  for (const auto& folder : *there) {
    if (!expected.contains(folder)) return folder_differs(folder, "was published by nobody");
  }
  for (const auto& [folder, files] : expected) {
    const auto found = uses_.folders.read(folder);
    if (!found) return Unexpected{found.error()};
    auto missing = *found ? missing_in(folder, files, **found) : OrFailure<procedure::Files>{files};
    if (!missing) return Unexpected{missing.error()};
    if (missing->empty() || folders == Folders::LookOnly) continue;
    if (auto done = mend(uses_.folders, folder, *missing, !*found); !done) return done;
  }
  return Nothing{};
}

OrFailure<Nothing> DesignDesk::start(Folders folders) {
  if (auto folded = fold_book(); !folded) return folded;
  if (auto held = hold_folders(folders); !held) return held;
  auto library = std::make_shared<Library>(*this->library());
  for (const auto& draft : drafts()) {
    if (draft->state != design::DraftState::Published) continue;
    auto files = draft->files;
    files[std::string(procedure::digest_file)] = draft->published.digest + "\n";
    library->versions[{draft->published.subject, draft->published.number}] = std::move(files);
  }
  for (const auto& proposal : proposals()) {
    for (const auto& one : proposal->abolished) {
      const auto found =
          library->versions.find({{design::Kind::Procedure, one.procedure}, one.number});
      if (found == library->versions.end()) continue;
      found->second[std::string(abolition_file)] = abolition_text(one);
    }
  }
  auto catalogue = catalogue_of(*library);
  if (!catalogue) return Unexpected{catalogue.error()};
  auto matrices = matrices_of(*library);
  if (!matrices) return Unexpected{matrices.error()};
  replace(std::move(library));
  uses_.world.replace_catalogue(std::move(*catalogue));
  uses_.world.replace_matrices(std::move(*matrices));
  return Nothing{};
}

}  // namespace motcua::commands
