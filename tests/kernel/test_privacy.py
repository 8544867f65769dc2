import pytest
from django.apps import apps
from django.db.models import Model

from vatra.kernel.drafts import Draft
from vatra.kernel.privacy import Declaration, Keep, declaration


@pytest.mark.parametrize("model", list(apps.get_app_config("kernel").get_models()))
def test_every_model_of_the_kernel_declares_its_privacy(model: type[Model]) -> None:
    assert declaration(model).keep_for in Keep


def test_a_declaration_says_what_is_personal_and_how_long_it_is_kept() -> None:
    assert declaration(Draft) == Declaration(("user_id",), ("fields",), Keep.DRAFT)


def test_a_model_without_a_declaration_is_named() -> None:
    undeclared = apps.get_model("contenttypes", "ContentType")
    with pytest.raises(LookupError, match="ContentType does not declare its privacy"):
        declaration(undeclared)


def test_a_declaration_of_fields_that_do_not_exist_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Draft.Privacy, "sensitive", ("fields", "nickname", "diary"))
    with pytest.raises(LookupError, match="fields it does not have: diary, nickname"):
        declaration(Draft)
