"""Every setting in one file; the environment is read here, once."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

PACKAGE = Path(__file__).parent
HOME = Path(os.environ.get("VATRA_HOME", ".vatra"))
DEMO = os.environ.get("VATRA_DEMO") == "1"
# The pack whose law a new file stands under, see `vatra.law.packs`.
JURISDICTION = os.environ.get("VATRA_JURISDICTION", "kosovo")

NO_SECRET = NO_SEAL = "only-for-tests-and-building"  # noqa: S105 - wsgi.py refuses to start with it
SECRET_KEY = os.environ.get("VATRA_SECRET_KEY", NO_SECRET)
# Seals single fields (identity numbers, sealed addresses). See SECURITY.md.
SEAL_KEY = os.environ.get("VATRA_SEAL_KEY", NO_SEAL)
DEBUG = False
# Under these names only the public site answers: staff pages are not found there.
PUBLIC_HOSTS = [host for host in os.environ.get("VATRA_PUBLIC_HOSTS", "").split(",") if host]
ALLOWED_HOSTS = [
    *os.environ.get("VATRA_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(","),
    *PUBLIC_HOSTS,
]
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("VATRA_ORIGINS", "").split(",") if origin]
HTTPS = os.environ.get("VATRA_HTTPS") == "1"

ROOT_URLCONF = "vatra.urls"
WSGI_APPLICATION = "vatra.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "vatra.kernel",
    "vatra.access",
    "vatra.people",
    "vatra.homes",
    "vatra.casework",
    "vatra.law",
    "vatra.decisions",
    "vatra.placements",
    "vatra.advocacy",
    "vatra.exchange",
    "vatra.desk",
    "vatra.public",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "django_htmx",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "vatra.access.middleware.LanguageOfThePerson",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "vatra.public.middleware.PublicHosts",
    "vatra.access.middleware.SignInFirst",
    "vatra.access.middleware.NoNullInAddresses",
    "vatra.access.middleware.FirstOnesOwnPassword",
    "vatra.access.middleware.NothingIsKeptByTheBrowser",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

# Only while pages are measured: tells in a header how long the server took and how often it asked the database.
if os.environ.get("VATRA_MEASURE") == "1":
    MIDDLEWARE.insert(0, "vatra.desk.measure.TellHowLong")

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "vatra.access.page.page",
                "vatra.desk.navigation.navigation",
                "vatra.public.page.page",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    },
]
FORM_RENDERER = "vatra.kernel.forms.Renderer"


# A connection keeps the plan of a statement it has asked before: planning is more than a third of what a child's file costs.
PREPARED: dict[str, object] = {"server_side_binding": True, "prepare_threshold": 1}


def database(url: str) -> dict[str, object]:
    """Django's settings for `postgresql://user:password@host:port/name?host=/socket/folder`."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    host = query.pop("host", None) or unquote(parts.hostname or "")
    return {
        "ENGINE": "vatra.kernel.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or query.pop("port", "")),
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 600,
        "OPTIONS": PREPARED | query,
        "TEST": {"NAME": os.environ.get("VATRA_TEST_DATABASE", "test_vatra")},
    }


DATABASES = {"default": database(os.environ.get("DATABASE_URL", "postgresql:///vatra"))}

# Shared by all workers: a limit on guessing that each worker counts for itself is no limit.
# As many networks as send forms in an hour: whoever comes from more than the usual 300 could push the others out.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "access_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# What fell due while the machine was off is done at the next start; a day is enough, because every task does what is
# not done yet, whenever it was asked for.
PROCRASTINATE_PERIODIC_DEFAULTS = {"max_delay": 24 * 60 * 60}
PROCRASTINATE_WORKER_DEFAULTS = {"delete_jobs": "successful", "shutdown_graceful_timeout": 10}

# The mail server, as smtps://user:password@host:465, smtp+starttls://…:587 or, inside one's own network, smtp://host:25.
# Without one no mail is written, and the page about mails says so.
SMTP_PORTS = {"smtps": 465, "smtp+starttls": 587, "smtp": 25}
SMTP = urlsplit(os.environ.get("VATRA_SMTP_URL", ""))
if SMTP.geturl() and not (SMTP.scheme in SMTP_PORTS and SMTP.hostname):
    raise ImproperlyConfigured("Write VATRA_SMTP_URL as smtps://user:password@mail.example.org:465.")
EMAIL_HOST = SMTP.hostname or ""
EMAIL_PORT = SMTP.port or SMTP_PORTS.get(SMTP.scheme, 0)
EMAIL_HOST_USER = unquote(SMTP.username or "")
EMAIL_HOST_PASSWORD = unquote(SMTP.password or "")
EMAIL_USE_SSL = SMTP.scheme == "smtps"
EMAIL_USE_TLS = SMTP.scheme == "smtp+starttls"
EMAIL_TIMEOUT = 20
# A demonstration without a server keeps its mails, so that they can be read; anywhere else this is never set.
MAIL_FOLDER = HOME / "mails" if DEMO and not EMAIL_HOST else None
DEFAULT_FROM_EMAIL = os.environ.get("VATRA_MAIL_FROM", "vatra@localhost")
# Where the links in mails lead.
SITE = CSRF_TRUSTED_ORIGINS[0] if CSRF_TRUSTED_ORIGINS else "http://localhost:8000"
# What the pages of the public site call themselves, in feeds and to search engines.
PUBLIC_SITE = f"{'https' if HTTPS else 'http'}://{PUBLIC_HOSTS[0]}" if PUBLIC_HOSTS else SITE
# Where “Leave this page” leads: somewhere that anybody might be reading.
EXIT = os.environ.get("VATRA_EXIT", "https://www.wikipedia.org/")

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["vatra.access.sessions.StaffSessions"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "vatra.access.accounts.StaffAccounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ADAPTER = "vatra.access.second_factors.SecondFactors"
MFA_RECOVERY_CODES_SHOW_ONCE = True
# As many as sign-ins by password: a whole office shares one address at eight in the morning.
MFA_RATE_LIMITS = {"webauthn_login": "30/m/ip"}
MFA_TOTP_ISSUER = "Vatra"
MFA_FORMS = {
    "activate_totp": "vatra.access.second_factor_forms.FirstCode",
    "add_webauthn": "vatra.access.second_factor_forms.NewPasskey",
    "authenticate": "vatra.access.second_factor_forms.Code",
    "authenticate_webauthn": "vatra.access.second_factor_forms.Passkey",
    "edit_webauthn": "vatra.access.second_factor_forms.PasskeyName",
    "login_webauthn": "vatra.access.second_factor_forms.PasskeyAlone",
    "reauthenticate": "vatra.access.second_factor_forms.CodeAgain",
    "reauthenticate_webauthn": "vatra.access.second_factor_forms.PasskeyAgain",
}
# Behind the TLS proxy the limits count the visitor's address, not the proxy's.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HTTPS else 0

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    },
}

LANGUAGES = [("sq", _("Albanian")), ("sr-latn", _("Serbian")), ("en", _("English"))]
LANGUAGE_CODE = "sq"
LANGUAGE_COOKIE_NAME = "language"
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = ["vatra.formats"]
USE_TZ = True
TIME_ZONE = "Europe/Belgrade"

STATIC_URL = "static/"
STATICFILES_DIRS = [PACKAGE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # An address may hold the token of somebody's mail: what was not found or not accepted is no line of the log.
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": os.environ.get("VATRA_LOG_LEVEL", "WARNING")},
}
