// Uploaded papers: what is accepted, and keeping it.
#pragma once

#include "api/desk.hpp"
#include "dossier/intake.hpp"

namespace motcua::api {

http::RouteLimits upload_limits();  // 20 MB; PDF, JPEG, PNG

// Keeps the body as a file for the paper named in the query; nothing with the problem in `refused`.
std::optional<dossier::PaperFile> keep_upload(Parts& parts, const http::Request& request,
                                              const procedure::Version& version,
                                              http::Response& refused);

// The body of a request that brings a file, wherever it was kept.
ports::Piece body_of(const http::Request& request);

// Whether a file is larger than this paper takes, and what to answer then.
bool is_too_large(std::uint64_t bytes, const procedure::Paper& paper);
http::Response refused_size(const procedure::Paper& paper, Language language);

// Why a paper of this content is not taken.
http::Response refused_paper(ports::PaperFault fault, int most_pages, Language language);

// What came, by whatever way.
struct Arrived {
  std::string paper;
  std::string name;
  ports::Piece bytes;  // or the path of a file with them, which the store takes over
};
std::optional<dossier::PaperFile> keep_paper(Parts& parts, const Arrived& arrived,
                                             const procedure::Version& version, Language language,
                                             http::Response& refused);

inline constexpr std::uint64_t largest_file = 20u << 20;

// A name fit to be shown and stored: the last part of a path, without letters nobody sees, and at
// most 200 bytes that end as it ended.
std::string clean_file_name(std::string_view name);

}  // namespace motcua::api
