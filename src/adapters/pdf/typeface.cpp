#include "pdf/typeface.hpp"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <memory>
#include <string_view>

#include "base/assertion.hpp"

namespace motcua::pdf {
namespace {

constexpr const char* settings = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>/var/cache/fontconfig</cachedir>
  <alias binding="same">
    <family>Tinos</family>
    <accept><family>Liberation Serif</family><family>DejaVu Serif</family></accept>
  </alias>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
  </match>
</fontconfig>)";

struct Unreference {
  void operator()(gpointer object) const { g_object_unref(object); }
};
struct DestroySettings {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
struct DestroyOptions {
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

using Settings = std::unique_ptr<FcConfig, DestroySettings>;

Settings load_settings() {
  Settings config{FcConfigCreate()};
  const auto* text = reinterpret_cast<const FcChar8*>(settings);
  MOTCUA_ASSERT(config && FcConfigParseAndLoadFromMemory(config.get(), text, FcTrue));
  // Pango asks for the current settings while it starts: without ours it reads the machine's.
  FcConfigSetCurrent(config.get());
  FcConfigBuildFonts(config.get());
  return config;
}

// Read once and then only looked at; fontconfig lets threads share it.
FcConfig* shared_settings() {
  static const Settings config = load_settings();
  return config.get();
}

struct Typesetting {
  std::unique_ptr<PangoFontMap, Unreference> fonts;
  std::unique_ptr<PangoContext, Unreference> context;
};

Typesetting make_typesetting() {
  FcConfig* const config = shared_settings();  // before Pango starts
  Typesetting made;
  made.fonts.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(made.fonts.get()), config);
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(made.fonts.get()), 72.0);
  made.context.reset(pango_font_map_create_context(made.fonts.get()));
  const std::unique_ptr<cairo_font_options_t, DestroyOptions> options{cairo_font_options_create()};
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(made.context.get(), options.get());
  pango_context_set_round_glyph_positions(made.context.get(), FALSE);
  pango_context_set_language(made.context.get(), pango_language_from_string("vi"));
  return made;
}

}  // namespace

PangoContext* typesetting_context() {
  thread_local const Typesetting mine = make_typesetting();
  return mine.context.get();
}

bool typeface_is_installed() {
  const FcFontSet* fonts = FcConfigGetFonts(shared_settings(), FcSetSystem);
  for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
    FcChar8* family = nullptr;
    const auto found = FcPatternGetString(fonts->fonts[i], FC_FAMILY, 0, &family);
    if (found == FcResultMatch && std::string_view{typeface_name} == (const char*)family) {
      return true;
    }
  }
  return false;
}

}  // namespace motcua::pdf
